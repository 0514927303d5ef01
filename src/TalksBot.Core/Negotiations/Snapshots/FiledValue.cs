using System.Text.Json;
using System.Text.Json.Serialization;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>How something read before or after a change, as filed: of the members those that its kind has.</summary>
public sealed record FiledValue
{
    /// <summary>When it falls.</summary>
    public CivilTime? At { get; init; }

    /// <summary>Why, or what was said with it.</summary>
    [Words(UserText.ParagraphLimit)]
    public string? Note { get; init; }

    /// <summary>Where the talks stand.</summary>
    public TalksStatus? Talks { get; init; }

    /// <summary>What became of a deadline.</summary>
    public DeadlineState? Deadline { get; init; }

    /// <summary>True where the outcome of the talks settled the deadline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByOutcome { get; init; }

    /// <summary>How near the sides are on a sticking point.</summary>
    public PointState? Point { get; init; }

    /// <summary>The side that words a sticking point so.</summary>
    public string? Side { get; init; }

    /// <summary>The words of a side, of an update or of an outcome; those of an update alone have lines.</summary>
    [Words(UserText.ParagraphLimit, HasLines = true)]
    public string? Text { get; init; }

    /// <summary>Whom an update is attributed to.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string? Attribution { get; init; }

    /// <summary>Where an update was said, on the web.</summary>
    public Uri? Link { get; init; }

    /// <summary>The update that this one is set against.</summary>
    public int? Against { get; init; }

    /// <summary>How the talks ended.</summary>
    public OutcomeKind? Outcome { get; init; }

    /// <summary>How a channel follows.</summary>
    public FiledSettings? Follow { get; init; }

    /// <summary>Who covers a deadline or session.</summary>
    public FiledCover? Cover { get; init; }

    /// <summary>What a channel was asked to acknowledge.</summary>
    public AskedAbout? Seen { get; init; }

    /// <summary>When what it acknowledged falls, fell or was made.</summary>
    public Instant? Moment { get; init; }

    /// <summary>By whose word it falls then.</summary>
    public string? MovedBy { get; init; }

    /// <summary>What of a calendar it was taken from.</summary>
    public FiledOrigin? Origin { get; init; }

    /// <summary>Which of the things said in words it is.</summary>
    public DetailField? Detail { get; init; }

    /// <summary>The sides of the talks.</summary>
    public IReadOnlyList<FiledParty>? Parties { get; init; }

    /// <summary>The zone in which times are read.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>The clocks on which times are shown.</summary>
    public IReadOnlyList<WallClock>? Clocks { get; init; }

    /// <summary>How it repeats.</summary>
    public RepeatRule? Rule { get; init; }

    /// <summary>True where the rule, or that there is none, is how it repeats.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRule { get; init; }

    /// <summary>True where the moment, or that there is none, is the end of a session.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsEnd { get; init; }

    /// <summary>The value as filed; null for words, which are filed as they are.</summary>
    public static FiledValue? From(ChangeValue value) => value switch
    {
        ChangeValue.Moment it => new() { At = it.At, Note = OrNull(it.Note), MovedBy = OrNull(it.MovedBy), Origin = FiledOrigin.From(it.Origin) },
        ChangeValue.Talks it => new() { Talks = it.Status },
        ChangeValue.Ending it => new() { Deadline = it.State, Note = OrNull(it.Note), ByOutcome = it.ByOutcome },
        ChangeValue.Turn it => new() { Point = it.State },
        ChangeValue.Wording it => new() { Side = it.Side, Text = it.Text },
        ChangeValue.Account it => new() { Text = it.Text, Attribution = it.Attribution, Link = it.Link },
        ChangeValue.Against it => new() { Against = it.Number },
        ChangeValue.Conclusion it => new() { Outcome = it.Kind, Text = it.Line },
        ChangeValue.Following it => new() { Follow = FiledSettings.From(it.Settings) },
        ChangeValue.Covering it => new() { Cover = FiledCover.From(it.Cover) },
        ChangeValue.Asked it => new() { Seen = it.About, Moment = it.At },
        ChangeValue.Detail it => new() { Detail = it.Field, Text = OrNull(it.Text), Origin = FiledOrigin.From(it.Origin) },
        ChangeValue.Sides it => new() { Parties = [.. it.Parties.Select(FiledParty.From)] },
        ChangeValue.Home it => new() { Zone = it.Zone },
        ChangeValue.Wall it => new() { Clocks = it.Clocks },
        ChangeValue.Repeats it => new() { Rule = it.Rule, IsRule = true },
        ChangeValue.Until it => new() { At = it.At, IsEnd = true, Origin = FiledOrigin.From(it.Origin) },
        _ => null,
    };

    /// <summary>The value; null where the members make none.</summary>
    public ChangeValue? Restore() => this switch
    {
        { IsRule: true } => new ChangeValue.Repeats(Rule),
        { IsEnd: true } => new ChangeValue.Until(At) { Origin = Origin?.Restore() },
        { At: { } at } => new ChangeValue.Moment(at) { Note = Note ?? "", MovedBy = MovedBy ?? "", Origin = Origin?.Restore() },
        { Talks: { } talks } => new ChangeValue.Talks(talks),
        { Deadline: { } state } => new ChangeValue.Ending(state) { Note = Note ?? "", ByOutcome = ByOutcome },
        { Point: { } state } => new ChangeValue.Turn(state),
        { Side: { } side, Text: { } text } => new ChangeValue.Wording(side, UserText.OneLine(text)),
        { Outcome: { } kind, Text: { } line } => new ChangeValue.Conclusion(kind, UserText.OneLine(line)),
        { Text: { } text, Attribution: { } attribution } => new ChangeValue.Account(text, attribution) { Link = Link },
        { Against: { } number } => new ChangeValue.Against(number),
        { Follow: { } settings } => new ChangeValue.Following(settings.Restore()),
        { Cover: { } cover } => new ChangeValue.Covering(cover.Restore()),
        { Seen: { } about } => new ChangeValue.Asked(about, Moment),
        { Detail: { } field } => new ChangeValue.Detail(field, UserText.OneLine(Text ?? "")) { Origin = Origin?.Restore() },
        { Parties: { } parties } => new ChangeValue.Sides([.. parties.Select(party => party.Restore())]),
        { Zone: { } zone } => new ChangeValue.Home(zone),
        { Clocks: { } clocks } => new ChangeValue.Wall(clocks),
        _ => null,
    };

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>What of a calendar something was taken from, as filed.</summary>
public sealed record FiledOrigin
{
    /// <summary>Its name in every edition.</summary>
    public required string Key { get; init; }

    /// <summary>What is the same for all that came with it.</summary>
    public required string Source { get; init; }

    /// <summary>How often its publisher said that it was changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Sequence { get; init; }

    /// <summary>When its publisher said that it was changed.</summary>
    public Instant? Modified { get; init; }

    /// <summary>When it was to end, there.</summary>
    public Instant? Ends { get; init; }

    /// <summary>What it was called there.</summary>
    public string? Title { get; init; }

    /// <summary>Where it was to be, there.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string? Place { get; init; }

    /// <summary>The same, filed; null for none.</summary>
    public static FiledOrigin? From(CalendarOrigin? origin) =>
        origin is null ? null : new() { Key = origin.Key, Source = origin.Source, Sequence = origin.Sequence, Modified = origin.Modified, Ends = origin.Ends, Title = origin.Title, Place = origin.Place };

    /// <summary>The same as the record has it.</summary>
    public CalendarOrigin Restore() => new(Key, Source, Sequence, Modified) { Ends = Ends, Title = Title, Place = Place };
}

/// <summary>How a channel follows, as filed.</summary>
public sealed record FiledSettings
{
    /// <summary>The channel's own clock.</summary>
    public required WallClock Zone { get; init; }

    /// <summary>When the daily digest comes on that clock; null for no digest.</summary>
    public LocalTime? Digest { get; init; }

    /// <summary>How long before each deadline it is told.</summary>
    public required Ladder Ladder { get; init; }

    /// <summary>Updates below this wait for the digest.</summary>
    public required WirePriority Priority { get; init; }

    /// <summary>Whom a flash or bulletin notifies; null for nobody.</summary>
    public string? Mention { get; init; }

    /// <summary>When the channel sleeps; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Whom to mention when nobody acknowledges a close alert; null for nobody.</summary>
    public string? Escalate { get; init; }

    /// <summary>True when one pinned message always shows where the talks stand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Live { get; init; }

    /// <summary>True when its posts go to one thread in the channel.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Thread { get; init; }

    internal static FiledSettings From(FollowSettings settings) => new()
    {
        Zone = settings.Clock,
        Digest = settings.DigestAt,
        Ladder = settings.Ladder,
        Priority = settings.LeastPriority,
        Mention = settings.Mention,
        Quiet = settings.Quiet,
        Escalate = settings.Escalate,
        Live = settings.Live,
        Thread = settings.Thread,
    };

    internal FollowSettings Restore() => new(Zone, Digest, Ladder, Priority, Mention) { Quiet = Quiet, Escalate = Escalate, Live = Live, Thread = Thread };
}

/// <summary>How a value is stored: words as they are, everything else as JSON.</summary>
public static class StoredValue
{
    /// <summary>The value as text for a column.</summary>
    public static string Write(ChangeValue value) => value switch
    {
        ChangeValue.Words words when !words.Text.StartsWith('{') => words.Text,
        ChangeValue.Words words => JsonSerializer.Serialize(new Quoted(words.Text), Compact),
        _ => JsonSerializer.Serialize(FiledValue.From(value), Compact),
    };

    /// <summary>The value that such a text stands for. What an older version kept as words are words.</summary>
    public static ChangeValue Read(string stored)
    {
        if (!stored.StartsWith('{'))
        {
            return ChangeValue.Of(stored);
        }

        try
        {
            return JsonSerializer.Deserialize<Quoted>(stored, Compact) is { Words: { } words }
                ? ChangeValue.Of(words)
                : JsonSerializer.Deserialize<FiledValue>(stored, Compact)?.Restore() ?? ChangeValue.Of(stored);
        }
        catch (JsonException)
        {
            return ChangeValue.Of(stored);
        }
    }

    private static readonly JsonSerializerOptions Compact = new(FileForms.Options) { WriteIndented = false };

    /// <summary>Words that begin as JSON does.</summary>
    private sealed record Quoted([property: Words(int.MaxValue, MayBeEmpty = true)] string? Words);
}
