using System.Text.Json.Serialization;
using TalksBot.Core.Pictures;

namespace TalksBot.Core.Posts;

/// <summary>What to say, free of any platform's markup. Every text in it is plain: adapters escape all of it.</summary>
/// <param name="Heading">What it is about, in one line: the talks by name, then the matter. With the label before it, it stands alone in a notification.</param>
/// <param name="Severity">What it means to the reader, which platforms show as a colour.</param>
/// <param name="Pieces">The body, top-down.</param>
public sealed record Post(string Heading, Severity Severity, IReadOnlyList<PostPiece> Pieces)
{
    /// <summary>What sort of news it is, as in <c>12 h to go</c> or <c>URGENT</c>; empty where the heading says all.</summary>
    public string Label { get; init; } = "";

    /// <summary>What became of it since it was shown, newest first.</summary>
    public IReadOnlyList<PostMark> Marks { get; init; } = [];

    /// <summary>The accounts it is set against, such as <c>#1</c>, as long as they stand beside it.</summary>
    public IReadOnlyList<string> DiffersFrom { get; init; } = [];

    /// <summary>The update that it tells of by itself, such as <c>#3</c>; null where it tells of none, or of several.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Own { get; init; }

    /// <summary>True where its first quote is the news: with the heading it makes one line.</summary>
    public bool LeadsWithWords { get; init; }

    /// <summary>Whom the platform should notify, in the platform's own words; null for nobody.</summary>
    public string? Mention { get; init; }

    /// <summary>The post in the same channel that it is about; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PostReply? InReplyTo { get; init; }

    /// <summary>What it is about without the time left, as posts of earlier versions kept it for the heading of a late alert.</summary>
    public string About { get; init; } = "";

    /// <summary>Its due moment on the subject's own clock, as in <c>23:44 Washington</c>; shown only when it comes late.</summary>
    public string DueOnClock { get; init; } = "";

    /// <summary>Things a reader may do at once.</summary>
    public IReadOnlyList<PostButton> Buttons { get; init; } = [];

    /// <summary>The command that shows what is left out where a platform has no room for all of it; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? More { get; init; }

    /// <summary>A picture below the words, which say the same; null for none. Platforms without pictures leave it off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Picture? Picture { get; init; }

    /// <summary>The first line as it is shown: its marks, its label, whom it differs from, what it is about.</summary>
    [JsonIgnore]
    public string Title => PostTitle.Of(this);

    /// <summary>The updates whose words it shows, such as <c>#3</c>, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Accounts => [.. Pieces.Select(piece => piece.Account).OfType<string>().Distinct()];

    /// <summary>The deliveries it points to whose messages are not known yet.</summary>
    [JsonIgnore]
    public IEnumerable<string> Unresolved => Pieces.OfType<PostPiece.Link>().Where(link => link.MessageId is null).Select(link => link.Key)
        .Concat(InReplyTo is { MessageId: null } reply ? [reply.Key] : []);

    /// <summary>The post with the messages it points to, as far as they are known by now.</summary>
    /// <param name="ids">The platform's ids of messages by the deliveries that posted them.</param>
    public Post Resolved(IReadOnlyDictionary<string, string?> ids) => this with
    {
        Pieces = [.. Pieces.Select(piece => piece is PostPiece.Link { MessageId: null } link ? link with { MessageId = ids.GetValueOrDefault(link.Key) } : piece)],
        InReplyTo = InReplyTo is { MessageId: null } reply ? reply with { MessageId = ids.GetValueOrDefault(reply.Key) } : InReplyTo,
    };

    /// <summary>True while it asks somebody to say that it was seen.</summary>
    [JsonIgnore]
    public bool AsksForWord => Buttons.Any(button => button.AsksForWord);
}

/// <summary>The post in the same channel that another one is about.</summary>
/// <param name="Key">The delivery that posted it.</param>
/// <param name="MessageId">The platform's id of that message; null until it is known.</param>
public sealed record PostReply(string Key, string? MessageId);

/// <summary>What a post means to its reader; platforms turn it into a colour, one for each meaning. Numbers are stored: never renumber.</summary>
public enum Severity
{
    /// <summary>For reading when there is time: an update, a digest, a status.</summary>
    Calm = 0,

    /// <summary>Something said before is put right.</summary>
    Notable = 1,

    /// <summary>Time is short, or the news cannot wait.</summary>
    Pressing = 2,

    /// <summary>It came to pass: a session, a deadline met, an agreement.</summary>
    Good = 3,

    /// <summary>A deadline nears, or falls at another time.</summary>
    Nearing = 4,

    /// <summary>A deadline passed.</summary>
    Passed = 5,

    /// <summary>Something is not to be used any more.</summary>
    Withdrawn = 6,

    /// <summary>Something is wrong with the bot, or was refused.</summary>
    Trouble = 7,
}
