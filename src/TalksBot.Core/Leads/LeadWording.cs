using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Leads;

/// <summary>What the desk is told of what its feeds bring. All of it is somebody else's words, read by nobody yet.</summary>
public static class LeadWording
{
    private const int Shown = 600;

    /// <summary>A lead, with what can be done about it.</summary>
    /// <param name="feed">Where it comes from.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="talks">What it speaks of; null where nobody knows.</param>
    /// <param name="clock">The desk's clock.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Told(NewsFeed feed, Lead lead, Negotiation? talks, WallClock clock, Instant now) => new(
        Heading(talks),
        Severity.Calm,
        [
            Quote(feed, lead, clock, now),
            .. lead.Title.Length > 0 && lead.Text.Length > 0 ? [new PostPiece.Line(Typography.Shorten(UserText.OneLine(lead.Text), Shown))] : Array.Empty<PostPiece>(),
            new PostPiece.Line($"To publish it: /talks feed publish {lead.Name} tier:official · to drop it: /talks feed dismiss {lead.Name}") { Weight = PieceWeight.Extra },
        ])
    {
        Label = "LEAD",
        LeadsWithWords = true,
        DueOnClock = TimeWording.ClockTimeShort(now, clock),
        Buttons = [Publish(lead), Dismiss(lead, "Dismiss")],
    };

    /// <summary>A lead that nobody has answered and that reads otherwise by now.</summary>
    /// <param name="told">The post as it would be told now.</param>
    /// <param name="before">What it read before.</param>
    public static Post Changed(Post told, string before) => told with
    {
        Pieces = [told.Pieces[0], new PostPiece.Line("Its source has changed it; before it read:"), new PostPiece.Struck(before) { Continues = true }, .. told.Pieces.Skip(1)],
    };

    /// <summary>The same lead was told by others too.</summary>
    /// <param name="told">The post as it stands.</param>
    /// <param name="labels">Who else told it.</param>
    public static Post Also(Post told, IReadOnlyList<string> labels)
    {
        var line = new PostPiece.Line($"Told also by {Typography.And(labels)}.") { Weight = PieceWeight.Essential };
        return told with { Pieces = [told.Pieces[0], line, .. told.Pieces.Skip(1).Where(piece => piece is not PostPiece.Line { Weight: PieceWeight.Essential })] };
    }

    /// <summary>A lead that somebody has answered: how, and none of its words.</summary>
    /// <param name="told">The post as it stands.</param>
    /// <param name="line">What became of it.</param>
    public static Post Answered(Post told, string line) => told with
    {
        LeadsWithWords = false,
        Pieces = [new PostPiece.Line(line)],
        Buttons = [],
        Mention = null,
    };

    /// <summary>The source of an update that everybody may see has changed: what is to be done?</summary>
    /// <param name="feed">Where it comes from.</param>
    /// <param name="lead">The lead, as it reads now.</param>
    /// <param name="talks">The talks.</param>
    /// <param name="update">The update that it became.</param>
    /// <param name="before">What the source read before.</param>
    /// <param name="clock">The desk's clock.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Asked(NewsFeed feed, Lead lead, Negotiation talks, Update update, string before, WallClock clock, Instant now) => new(
        Heading(talks),
        Severity.Notable,
        [
            Quote(feed, lead, clock, now) with { Account = update.Name },
            new PostPiece.Line("Before it read:"),
            new PostPiece.Struck(before) { Continues = true, Account = update.Name },
            new PostPiece.Line($"{update.Name} was made from it, and says:"),
            new PostPiece.Quote(update.Text, update.Attribution) { Continues = true, Account = update.Name },
            new PostPiece.Line($"To put it right: /talks feed correct {lead.Name} · to withdraw it: /talks update kill {talks.Slug} {update.Name} · to leave it: /talks feed dismiss {lead.Name}") { Weight = PieceWeight.Extra },
        ])
    {
        Label = "SOURCE CHANGED",
        LeadsWithWords = true,
        DueOnClock = TimeWording.ClockTimeShort(now, clock),
        Buttons =
        [
            new PostButton("Correct…", CommandCall.Written("feed correct", ("lead", lead.Name), ("text", PostButton.Unwritten))) { OpensForm = true, Meaning = ButtonMeaning.Yes },
            new PostButton("Kill…", CommandCall.Written("update kill", ("talks", talks.Slug), ("reason", PostButton.Unwritten), ("update", update.Name))) { OpensForm = true, Meaning = ButtonMeaning.No },
            Dismiss(lead, "Leave"),
        ],
    };

    /// <summary>The source of an update that nobody may see yet has changed; of its words nothing is said.</summary>
    public static Post AskedUnseen(Lead lead, Negotiation talks, Update update) => new(
        Heading(talks),
        Severity.Notable,
        [new PostPiece.Line($"The source from which {update.Name} was made ({lead.Name}) has changed; look at it before {update.Name} is told.")])
    {
        Label = "SOURCE CHANGED",
    };

    /// <summary>A feed is not looked at any more, or cannot be read.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="why">Why, in a sentence.</param>
    public static Post Silent(NewsFeed feed, string why) => new(
        $"{feed.Name} · {feed.Label}",
        Severity.Trouble,
        [new PostPiece.Line(why), new PostPiece.Line(feed.MutedBecause is null ? "It is tried again, less and less often." : $"It is not looked at any more: /talks feed set {feed.Name} mute:none looks again, /talks feed remove {feed.Name} takes it away.")])
    {
        Label = "FEED",
    };

    /// <summary>A feed told more at once than anybody reads.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="more">How many are not told.</param>
    public static Post Flooded(NewsFeed feed, int more) => new(
        $"{feed.Name} · {feed.Label}",
        Severity.Trouble,
        [new PostPiece.Line($"{Typography.Capital(Typography.Count(more, "item"))} more came at once than are told as leads; look at the feed itself, or mute it: /talks feed set {feed.Name} mute:\"too much\"")])
    {
        Label = "FEED",
    };

    private static string Heading(Negotiation? talks) => talks?.Title ?? "News feeds";

    private static PostPiece.Quote Quote(NewsFeed feed, Lead lead, WallClock clock, Instant now) => new(
        Typography.Shorten(UserText.OneLine(lead.Words), Shown),
        lead.PublishedAt is { } at ? $"{feed.Label}, {TimeWording.OnOwnClock(at, clock, now)}" : feed.Label)
    {
        Source = lead.Link is { } link && SourceLink.TryRead(link, out var to) ? to : null,
    };

    private static PostButton Publish(Lead lead) => new("Publish…", CommandCall.Written(
        "feed publish", ("lead", lead.Name), ("text", PostButton.Unwritten), ("source", PostButton.Unwritten), ("tier", PostButton.Unwritten), ("link", PostButton.Unwritten)))
    {
        OpensForm = true,
        Meaning = ButtonMeaning.Yes,
    };

    private static PostButton Dismiss(Lead lead, string label) => new(label, CommandCall.Written("feed dismiss", ("lead", lead.Name)));
}
