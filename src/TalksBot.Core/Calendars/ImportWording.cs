using System.Diagnostics;
using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars;

/// <summary>What is said of a calendar that is taken in. Pure.</summary>
public static class ImportWording
{
    /// <summary>So many of each are named; the others are counted.</summary>
    private const int MostNamed = 10;

    /// <summary>As in <c>3 added, 1 moved, 1 cancelled</c>.</summary>
    public static string Counts(CalendarPlan plan) => string.Join(", ", new[]
    {
        Count(plan.Steps.OfType<CalendarStep.Add>().Count(), "added"),
        Count(plan.Steps.OfType<CalendarStep.Change>().Count(step => step.Moves), "moved"),
        Count(plan.Steps.OfType<CalendarStep.Change>().Count(step => !step.Moves), "changed"),
        Count(plan.Steps.OfType<CalendarStep.End>().Count(), "cancelled or withdrawn"),
    }.Where(count => count.Length > 0));

    /// <summary>What it would make of the talks, with every clock.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="names">The names that what is new has here; none while nothing is added yet.</param>
    /// <param name="now">The moment of writing.</param>
    public static IEnumerable<PostPiece> Steps(Negotiation talks, CalendarPlan plan, IReadOnlyDictionary<string, string> names, Instant now) =>
    [
        .. Some(plan.Steps.OfType<CalendarStep.Add>().ToList(), step => $"{names.GetValueOrDefault(step.Item.Key, step.IsDeadline ? "Deadline" : "Session")} {Line(talks, step.Item.At, now)}{Typography.Dash(Typography.Brief(step.Item.Title))}{Typography.Dash(step.Item.Place)}"),
        .. Some(plan.Steps.OfType<CalendarStep.Change>().OrderBy(step => !step.Moves).ToList(), step => $"{step.Subject} {string.Join("; ", Differences(talks, step, now))}{(step.IsRenamed ? "" : Typography.Dash(Typography.Brief(step.Reads.Title)))}"),
        .. Some(plan.Steps.OfType<CalendarStep.End>().ToList(), step => $"{step.Subject} {(step.IsVanished ? "is not in the calendar any more" : "is cancelled in the calendar")}: {Line(talks, step.At, now)}{Typography.Dash(Typography.Brief(step.Title))}"),
    ];

    /// <summary>What is left as it is, in numbers.</summary>
    public static IEnumerable<PostPiece> Left(CalendarPlan plan, CalendarReading.Understood read) => new[]
    {
        plan.Unchanged.Count == 0 ? "" : $"{Typography.Capital(Typography.Count(plan.Unchanged.Count, "event"))} taken before {(plan.Unchanged.Count == 1 ? "has" : "have")} not changed.",
        plan.Standing.Count == 0 ? "" : $"{Typography.Capital(Typography.Count(plan.Standing.Count, "event"))} {(plan.Standing.Count == 1 ? "stands" : "stand")} here already: {Names(plan.Standing.Select(item => item.Title))}.",
        plan.Over.Count == 0 ? "" : $"{Typography.Capital(Typography.Count(plan.Over.Count, "event"))} over or cancelled {(plan.Over.Count == 1 ? "is" : "are")} left out: {Names(plan.Over.Select(item => item.Title))}; past:yes takes past sessions.",
        read.IsCut ? "More repeats than are taken at once; take the calendar in again later for the others." : "",
    }.Where(line => line.Length > 0).Select(line => new PostPiece.Line(line));

    /// <summary>What is asked about, by name, and how it is answered.</summary>
    public static IEnumerable<PostPiece> Questions(CalendarReading.Understood read)
    {
        if (read.Questions.Count > 0)
        {
            yield return new PostPiece.Section($"Not taken: {Typography.Count(read.Questions.Count, "event")}");
        }

        foreach (var same in read.Questions.GroupBy(question => (question.Doubt, question.Detail)))
        {
            yield return new PostPiece.Line($"{Names(same.Select(question => question.Title))}: {Why(same.Key.Doubt, same.Key.Detail, read.Shown)}");
        }
    }

    private static string Why(CalendarDoubt doubt, string detail, string shown) => doubt switch
    {
        CalendarDoubt.NoZone => $"no zone is said; give one, such as zone:{(shown.Length > 0 ? CommandText(shown) : "Geneva")}",
        CalendarDoubt.NoHour => "only a day is said; give an hour and a zone, such as hour:09:00 zone:Geneva, or add it by hand",
        CalendarDoubt.UnknownZone => $"“{Commands.Echo.Of(detail)}” is no zone I know; give one, such as zone:Geneva",
        CalendarDoubt.OtherRules => $"the calendar's own rules for “{Commands.Echo.Of(detail)}” are not those of that place; add it by hand, with its zone",
        CalendarDoubt.Repeats => $"it repeats in a way that I do not follow{(detail.Length == 0 ? "" : $" ({Commands.Echo.Of(detail)})")}; add those to come by hand",
        CalendarDoubt.Over => "it repeats, and nothing of it is to come within a year",
        CalendarDoubt.Private => "it is marked as private; add it by hand if it may be told",
        CalendarDoubt.Broken => detail,
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Differences(Negotiation talks, CalendarStep.Change step, Instant now)
    {
        var (before, reads) = (step.Before, step.Reads);
        if (step.Moves)
        {
            yield return $"moves to {Line(talks, reads.At, now)}, was {OnOwnClock(talks, before.At, now)}";
        }
        else if (reads.Until != before.Until)
        {
            var ends = reads.Until is { } end ? $"ends at {Line(talks, end, now)}" : "has no end in the calendar any more";
            yield return $"{ends}, {(before.Until is { } was ? $"was to end at {OnOwnClock(talks, was, now)}" : "no end was planned before")}";
        }

        string[] words =
        [
            .. Difference(before.IsDeadline ? DetailField.Label : DetailField.Who, before.Title, reads.Title),
            .. Difference(DetailField.Place, before.Place, reads.Place),
        ];
        if (words.Length > 0)
        {
            yield return $"now reads {string.Join("; ", words)}";
        }
    }

    private static IEnumerable<string> Difference(DetailField field, string before, string reads) =>
        before == reads ? [] : [DetailWording.Difference(new ChangeValue.Detail(field, Typography.Brief(before)), new ChangeValue.Detail(field, Typography.Brief(reads)))!];

    private static string OnOwnClock(Negotiation talks, CivilTime at, Instant now) => TimeWording.ClockTime(at.ToInstant(), talks.ClocksFrom(at.Zone)[0], firstDate: null, now);

    private static string CommandText(string zone) => Commands.CommandCall.Quoted(Commands.Echo.Of(zone));

    private static IEnumerable<PostPiece> Some<T>(List<T> steps, Func<T, string> write)
    {
        foreach (var step in steps.Take(MostNamed))
        {
            yield return new PostPiece.Line(write(step));
        }

        if (steps.Count > MostNamed)
        {
            yield return new PostPiece.Line(Typography.More(steps.Count - MostNamed));
        }
    }

    private static string Names(IEnumerable<string> titles)
    {
        var all = titles.ToList();
        return string.Join(", ", all.Take(MostNamed).Select(title => $"“{Typography.Brief(title)}”")) + (all.Count > MostNamed ? $" {Typography.More(all.Count - MostNamed)}" : "");
    }

    private static string Line(Negotiation talks, CivilTime at, Instant now) => TimeWording.ClockLine(at.ToInstant(), talks.ClocksFrom(at.Zone), now);

    private static string Count(int count, string done) => count == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {done}");
}
