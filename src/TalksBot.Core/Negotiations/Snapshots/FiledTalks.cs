using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>One negotiation with everything the desk knows of it, as filed.</summary>
public sealed record FiledTalks
{
    /// <summary>Its name in commands, unique in the file.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name in print.</summary>
    public required string Title { get; init; }

    /// <summary>The sides.</summary>
    public IReadOnlyList<FiledParty> Parties { get; init; } = [];

    /// <summary>Where they meet; empty if unknown.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string Venue { get; init; } = "";

    /// <summary>The zone in which times are read when none is named.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The clocks shown on every time, in order.</summary>
    public IReadOnlyList<WallClock> Clocks { get; init; } = [];

    /// <summary>Where they stand.</summary>
    public TalksStatus Status { get; init; } = TalksStatus.Scheduled;

    /// <summary>How they ended; null until somebody says so.</summary>
    public FiledOutcome? Outcome { get; init; }

    /// <summary>When the desk began to follow them.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>The deadlines, in the order they were set.</summary>
    public IReadOnlyList<FiledDeadline> Deadlines { get; init; } = [];

    /// <summary>The sessions, in the order they were announced.</summary>
    public IReadOnlyList<FiledSession> Sessions { get; init; } = [];

    /// <summary>The updates, in the order they were added.</summary>
    public IReadOnlyList<FiledUpdate> Updates { get; init; } = [];

    /// <summary>The sticking points, in the order they were named.</summary>
    public IReadOnlyList<FiledPoint> Points { get; init; } = [];

    /// <summary>Every follow there ever was, in the order they began.</summary>
    public IReadOnlyList<FiledFollow> Follows { get; init; } = [];

    /// <summary>Every change, oldest first.</summary>
    public IReadOnlyList<FiledChange> Changes { get; init; } = [];

    /// <summary>What may be handed out: updates killed, under embargo or not approved are left out, and so is what was taken back.</summary>
    public static FiledTalks Published(Negotiation talks)
    {
        var filed = From(talks);
        var shown = talks.Published.Select(update => update.Number).ToHashSet();
        var unseen = new UnseenWords(talks.ChangesThatHold);
        var hidden = talks.Updates.Where(update => !update.IsPublic).Select(update => update.Name).ToHashSet();
        return filed with
        {
            Updates = [.. filed.Updates.Where(update => shown.Contains(update.Number)).Select(update => update with { Disputes = [.. update.Disputes.Where(shown.Contains)] })],
            Changes =
            [
                .. talks.ChangesThatHold
                    .Where(change => !hidden.Contains(change.Subject))
                    .Where(change => change.After is not ChangeValue.Against against || !hidden.Contains(SubjectNumber.Update(against.Number)))
                    .Select(unseen.File)
                    .OfType<FiledChange>(),
            ],
        };
    }

    /// <summary>Everything the desk knows of a negotiation.</summary>
    public static FiledTalks From(Negotiation talks) => Head(talks) with
    {
        Deadlines = [.. talks.Deadlines.Select(FiledDeadline.From)],
        Sessions = [.. talks.Sessions.Select(FiledSession.From)],
        Updates = [.. talks.Updates.Select(FiledUpdate.From)],
        Points = [.. talks.Points.Select(FiledPoint.From)],
        Follows = [.. talks.Follows.Select(FiledFollow.From)],
        Changes = [.. talks.Changes.Select(FiledChange.From)],
    };

    /// <summary>The talks as a whole, without what belongs to them.</summary>
    internal static FiledTalks Head(Negotiation talks) => new()
    {
        Slug = talks.Slug,
        Title = talks.Title,
        Parties = [.. talks.Parties.Select(FiledParty.From)],
        Venue = talks.Venue,
        Zone = talks.Zone,
        Clocks = talks.Clocks,
        Status = talks.Status,
        Outcome = talks.Outcome is { } outcome ? FiledOutcome.From(outcome) : null,
        OpenedAt = talks.OpenedAt,
    };
}

/// <summary>A party as filed.</summary>
public sealed record FiledParty
{
    /// <summary>Its short name, unique within the talks.</summary>
    public required string Code { get; init; }

    /// <summary>Its full name.</summary>
    public required string Name { get; init; }

    /// <summary>Who speaks for it, with their office.</summary>
    public IReadOnlyList<string> Principals { get; init; } = [];

    internal static FiledParty From(Party party) => new() { Code = party.Code, Name = party.Name, Principals = party.Principals };

    internal Party Restore() => new(Code, Name, Principals);
}

/// <summary>How talks ended, as filed.</summary>
public sealed record FiledOutcome
{
    /// <summary>The ending.</summary>
    public required OutcomeKind Kind { get; init; }

    /// <summary>One sentence for the record.</summary>
    [Words(UserText.ParagraphLimit)]
    public required string Line { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }

    internal static FiledOutcome From(Outcome outcome) => new() { Kind = outcome.Kind, Line = outcome.Line, At = outcome.At };

    internal Outcome Restore() => new(Kind, Line, At);
}
