using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Countdowns;

/// <summary>Deadlines as answers show them. Pure.</summary>
public static class DeadlineWording
{
    /// <summary>Deadlines: those that want an outcome soonest first, then what is settled, newest first.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="page">Those of the page.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post List(Negotiation talks, Page<Deadline> page, Instant now) => new(
        $"{talks.Title}: {Typography.Count(page.Total, "deadline")}",
        Severity.Calm,
        page.Total == 0
            ? [new PostPiece.Line($"Set one: /talks deadline add {talks.Slug} \"28 Jun 23:59 EDT\" \"what it is about\"")]
            : [.. page.Items.SelectMany(deadline => Full(talks, deadline, now))]);

    /// <summary>The order of the list.</summary>
    public static IEnumerable<Deadline> InOrder(IEnumerable<Deadline> deadlines)
    {
        var known = deadlines.ToLookup(deadline => deadline.WantsOutcome);
        return known[true].OrderBy(deadline => deadline.At.ToInstant()).Concat(known[false].OrderByDescending(deadline => deadline.At.ToInstant()));
    }

    /// <summary>One deadline as it stands now, then the changes made to it, newest first.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="page">The changes of the page.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post History(Negotiation talks, Deadline deadline, Page<Change> page, Instant now) => new(
        $"History of {deadline.Name}: {deadline.Label}",
        Severity.Calm,
        [
            .. page.Skipped > 0 ? [] : Full(talks, deadline, now),
            new PostPiece.Section("Changes"),
            .. page.Items.Select(change => new PostPiece.Line(Changed(change, talks.ClocksFrom(deadline.At.Zone)[0]))),
        ]);

    /// <summary>One deadline: time left, every clock, and the consequence while an outcome is wanted.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="clocks">The clocks to show, in order.</param>
    /// <param name="now">The moment of writing.</param>
    public static IEnumerable<PostPiece> Pieces(Deadline deadline, IReadOnlyList<WallClock> clocks, Instant now)
    {
        var at = deadline.At.ToInstant();
        yield return new PostPiece.Line($"{deadline.Name} {deadline.Label} – {Standing(deadline, now)}");
        yield return new PostPiece.Moment(at, TimeWording.ClockLine(at, clocks, now)) { Continues = true };
        if (deadline.WantsOutcome && deadline.Consequence.Length > 0)
        {
            yield return new PostPiece.Field(at > now ? "If it passes" : "Consequence", Typography.Brief(deadline.Consequence)) { Continues = true };
        }

        foreach (var piece in CoverWording.Below(deadline.Cover).Concat(deadline.IsOpen && at > now ? RepetitionWording.Below(deadline.Repeat, now) : []))
        {
            yield return piece;
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
        if (deadline.State is DeadlineState.PassedUnknown || at < now)
        {
            return $"{Passed(deadline, now)}, outcome not yet known";
        }

        var when = at - now < Duration.FromSeconds(1) ? "falls now" : TimeWording.Relative(at, now);
        return deadline.State is DeadlineState.Moved ? $"{when}, moved" : when;
    }

    /// <summary>As in <c>passed 2 h ago</c>.</summary>
    public static string Passed(Deadline deadline, Instant now)
    {
        var since = now - deadline.At.ToInstant();
        return since < Duration.FromMinutes(1) ? "passed just now" : $"passed {TimeWording.Span(since)} ago";
    }

    private static IEnumerable<PostPiece> Full(Negotiation talks, Deadline deadline, Instant now)
    {
        foreach (var piece in Pieces(deadline, talks.ClocksFrom(deadline.At.Zone), now))
        {
            yield return piece;
        }

        if (deadline.SetBy.Length > 0)
        {
            yield return new PostPiece.Field("Set by", deadline.SetBy) { Continues = true };
        }

        if (deadline.AsReported.Length > 0)
        {
            yield return new PostPiece.Field("As reported", $"“{deadline.AsReported}”") { Continues = true };
        }
    }

    private static string Changed(Change change, WallClock clock)
    {
        var by = change.IsByClock ? "" : $" by {change.By}";
        var stamp = $"{by} on {TimeWording.Full(TimeWording.Minute(change.At), clock)}";
        return change.Verb switch
        {
            ChangeVerb.Added => $"Set for {ChangeWording.Of(change.After)}{stamp}",
            ChangeVerb.Moved => $"Was {ChangeWording.Of(change.Before)}, moved to {ChangeWording.Of(change.After)}{stamp}{Typography.Dash(ChangeWording.Note(change.After))}",
            ChangeVerb.Set => $"{Typography.Capital(ChangeWording.Of(change.After))}, was {DetailWording.Words(change.Before)} – set{stamp}",
            ChangeVerb.Reopened => $"Stands again, was {ChangeWording.Of(change.Before)} – recorded{stamp}",
            ChangeVerb.Passed => "Passed, outcome not yet known",
            ChangeVerb.Covered => change.After.IsNone ? $"Covered by nobody any more{stamp}" : $"Covered by {ChangeWording.Of(change.After)}{stamp}",
            ChangeVerb.Snoozed => $"To be asked about again {ChangeWording.Of(change.After)}, put off{stamp}",
            ChangeVerb.Acknowledged => $"Acknowledged in {change.Where}{stamp}",
            _ => $"{Typography.Capital(ChangeWording.Of(change.After))} – recorded{stamp}",
        };
    }
}
