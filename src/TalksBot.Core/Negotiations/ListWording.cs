using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>All the talks that the desk follows, a line each. Pure.</summary>
public static class ListWording
{
    /// <summary>The talks of the page, each with its next deadline.</summary>
    /// <param name="page">The talks that are not closed, with their deadlines.</param>
    /// <param name="closed">How many are closed.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Page<Negotiation> page, int closed, Instant now) => page.Total == 0
        ? new Post("The desk follows no talks now", Severity.Calm, [new PostPiece.Line("Begin: /talks open SLUG \"title\" …"), .. Closed(closed)])
        : new Post($"The desk follows {Typography.Count(page.Total, "negotiation")}", Severity.Calm, [.. page.Items.Select(known => Line(known, now)), .. Closed(closed)]);

    /// <summary>The order of the list: the talks whose next deadline is soonest first, then those without one, the newest first.</summary>
    public static IEnumerable<Negotiation> InOrder(IEnumerable<Negotiation> talks) => talks
        .OrderBy(known => known.Deadlines.Where(deadline => deadline.WantsOutcome).Select(deadline => deadline.At.ToInstant()).DefaultIfEmpty(Instant.MaxValue).Min())
        .ThenByDescending(known => known.OpenedAt);

    private static IEnumerable<PostPiece> Closed(int count) => count == 0
        ? []
        : [new PostPiece.Line($"{Typography.Capital(Typography.Count(count, "negotiation"))} closed: /talks list state:closed")];

    private static PostPiece.Line Line(Negotiation talks, Instant now) =>
        new($"{talks.Slug} · {talks.Title} – {talks.Status.Words()} – {Deadlines(talks, now)}");

    /// <summary>The next deadline, after any that passed and still want an outcome.</summary>
    private static string Deadlines(Negotiation talks, Instant now)
    {
        var waiting = talks.Deadlines.Where(deadline => deadline.WantsOutcome).OrderBy(deadline => deadline.At.ToInstant()).ToList();
        var passed = waiting.Where(deadline => deadline.At.ToInstant() <= now);
        var next = waiting.Where(deadline => deadline.At.ToInstant() > now).Take(1);
        return waiting.Count == 0 ? "no deadline stands" : string.Join("; ", passed.Concat(next).Select(deadline => Deadline(talks, deadline, now)));
    }

    private static string Deadline(Negotiation talks, Deadline deadline, Instant now)
    {
        var time = TimeWording.ClockTime(deadline.At.ToInstant(), talks.ClocksFrom(deadline.At.Zone)[0], firstDate: null, now);
        return $"{deadline.Name} {DeadlineWording.Standing(deadline, now)} ({time})";
    }
}
