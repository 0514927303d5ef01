using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>Deadlines as answers show them. Pure.</summary>
public static class DeadlineWording
{
    /// <summary>Every deadline there ever was, soonest first.</summary>
    public static Post List(Negotiation talks, Instant now)
    {
        var heading = $"{talks.Title}: {Typography.Count(talks.Deadlines.Count, "deadline")}";
        if (talks.Deadlines.Count == 0)
        {
            var hint = $"Set one: /talks deadline add {talks.Slug} \"28 Jun 23:59 EDT\" \"what it is about\"";
            return new Post(heading, Severity.Calm, [new PostPiece.Line(hint)]);
        }

        var deadlines = talks.Deadlines.OrderBy(deadline => deadline.At.ToInstant());
        return new Post(heading, Severity.Calm, [.. deadlines.SelectMany(deadline => Full(talks, deadline, now))]);
    }

    /// <summary>One deadline with every change made to it, oldest first.</summary>
    public static Post History(Negotiation talks, Deadline deadline, Instant now) => new(
        $"History of {deadline.Name}: {deadline.Label}",
        Severity.Calm,
        [
            .. talks.Changes.Where(change => change.Subject == deadline.Name)
                .Select(change => new PostPiece.Line(Changed(change, talks.ClocksFrom(deadline.At.Zone)[0]))),
            new PostPiece.Section("Now"),
            .. Full(talks, deadline, now),
        ]);

    /// <summary>One deadline: time left, every clock, and the consequence while an outcome is wanted.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="clocks">The clocks to show, in order.</param>
    /// <param name="now">The moment of writing.</param>
    public static IEnumerable<PostPiece> Pieces(Deadline deadline, IReadOnlyList<WallClock> clocks, Instant now)
    {
        var at = deadline.At.ToInstant();
        yield return new PostPiece.Line($"{deadline.Name} {deadline.Label} – {Standing(deadline, now)}");
        yield return new PostPiece.Moment(at, TimeWording.ClockLine(at, clocks, now));
        if (deadline.WantsOutcome && deadline.Consequence.Length > 0)
        {
            yield return new PostPiece.Field(at > now ? "If it passes" : "Consequence", deadline.Consequence);
        }
    }

    /// <summary>Where a deadline stands: the time left, that it passed, or what came of it.</summary>
    public static string Standing(Deadline deadline, Instant now)
    {
        if (!deadline.WantsOutcome)
        {
            return deadline.State.Words();
        }

        var at = deadline.At.ToInstant();
        var when = TimeWording.Relative(at, now);
        if (at <= now && when != "now")
        {
            return $"passed {when}, outcome not yet known";
        }

        return deadline.State is DeadlineState.Moved ? $"{when}, moved" : when;
    }

    private static IEnumerable<PostPiece> Full(Negotiation talks, Deadline deadline, Instant now)
    {
        foreach (var piece in Pieces(deadline, talks.ClocksFrom(deadline.At.Zone), now))
        {
            yield return piece;
        }

        if (deadline.SetBy.Length > 0)
        {
            yield return new PostPiece.Field("Set by", deadline.SetBy);
        }

        if (deadline.AsReported.Length > 0)
        {
            yield return new PostPiece.Field("As reported", $"“{deadline.AsReported}”");
        }
    }

    private static string Changed(Change change, WallClock clock)
    {
        var by = change.IsByClock ? "" : $" by {change.By}";
        var stamp = $"{by} on {TimeWording.Full(change.At, clock)}";
        return change.Verb switch
        {
            ChangeVerb.Added => $"Set for {change.After}{stamp}",
            ChangeVerb.Moved => $"Was {change.Before}, moved to {change.After}{stamp}",
            ChangeVerb.Passed => "Passed, outcome not yet known",
            ChangeVerb.Acknowledged => $"Acknowledged in {change.Where}{stamp}",
            _ => $"{Typography.Capital(change.After)} – recorded{stamp}",
        };
    }
}
