using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>All the talks that the desk follows, a line each. Pure.</summary>
public static class ListWording
{
    /// <summary>The talks in the order given, each with its next deadline.</summary>
    public static Post Write(IReadOnlyList<Negotiation> talks, Instant now) => talks.Count == 0
        ? new Post("The desk follows no talks yet", Severity.Calm, [new PostPiece.Line("Begin: /talks open SLUG \"title\" …")])
        : new Post($"The desk follows {Typography.Count(talks.Count, "negotiation")}", Severity.Calm, [.. talks.Select(known => Line(known, now))]);

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
