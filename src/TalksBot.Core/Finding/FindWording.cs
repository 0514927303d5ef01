using System.Diagnostics;
using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Talks;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Finding;

/// <summary>Records that have the words somebody looks for. Pure.</summary>
public static class FindWording
{
    /// <summary>The answer to <c>find</c>.</summary>
    /// <param name="words">The words as typed.</param>
    /// <param name="within">The title of the talks that were looked through; null where all were.</param>
    /// <param name="page">What was found, the most relevant first.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(string words, string? within, Page<Hit> page, Instant now)
    {
        var where = within is null ? "" : $" in {within}";
        return page.Total == 0
            ? new Post($"Nothing has “{Echo.Of(words)}”{where}", Severity.Calm, [new PostPiece.Line("Every word is looked for, also as the beginning of a longer one; fewer words find more.")])
            : new Post($"“{Echo.Of(words)}”: {page.Total} found{where}", Severity.Calm, [.. page.Items.SelectMany(hit => Pieces(hit, within is not null, now))]);
    }

    private static IEnumerable<PostPiece> Pieces(Hit hit, bool isWithin, Instant now)
    {
        var (talks, own) = (hit.Talks, isWithin ? "" : $"{hit.Talks.Title} · ");
        return hit switch
        {
            Hit.Whole => [new PostPiece.Line($"{talks.Title} ({talks.Slug}) – {talks.Status.Words()}")],
            Hit.Limit { Deadline: var deadline } => [.. Led(own, DeadlineWording.Pieces(deadline, talks.ClocksFrom(deadline.At.Zone), now)), .. Settled(deadline)],
            Hit.Meeting { Session: var session } => Led(own, SessionListWording.Pieces(session, talks.ClocksFrom(session.StartsAt.Zone), now)),
            Hit.Said { Update: var update } => [Quote(own, talks, update, now)],
            Hit.Difference { Point: var point } => Led(own, PointListWording.Pieces(talks, point)),
            _ => throw new UnreachableException(),
        };
    }

    private static PostPiece.Quote Quote(string own, Negotiation talks, Update update, Instant now)
    {
        var quote = UpdateListWording.Quote(talks, update, now);
        return quote with { Attribution = own + quote.Attribution };
    }

    /// <summary>What would have come of a deadline may be what was looked for, though it is settled.</summary>
    private static IEnumerable<PostPiece> Settled(Deadline deadline) => deadline.WantsOutcome || deadline.Consequence.Length == 0
        ? []
        : [PostPiece.Field.Brief("Consequence", deadline.Consequence, PhoneLines.Width * 2) with { Continues = true }];

    private static IEnumerable<PostPiece> Led(string own, IEnumerable<PostPiece> pieces) =>
        pieces.Select((piece, place) => place == 0 && piece is PostPiece.Line line ? line with { Text = own + line.Text } : piece);
}

/// <summary>Something that has the words.</summary>
/// <param name="Talks">The talks it belongs to.</param>
public abstract record Hit(Negotiation Talks)
{
    /// <summary>The talks themselves.</summary>
    public sealed record Whole(Negotiation Talks) : Hit(Talks);

    /// <summary>A deadline.</summary>
    public sealed record Limit(Negotiation Talks, Deadline Deadline) : Hit(Talks);

    /// <summary>A session.</summary>
    public sealed record Meeting(Negotiation Talks, Session Session) : Hit(Talks);

    /// <summary>An update that may be shown.</summary>
    public sealed record Said(Negotiation Talks, Update Update) : Hit(Talks);

    /// <summary>A sticking point.</summary>
    public sealed record Difference(Negotiation Talks, StickingPoint Point) : Hit(Talks);
}
