using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times;

namespace TalksBot.Core.Archive;

/// <summary>What was done to the deadlines of filed talks, as commands.</summary>
internal sealed class DeadlineSteps(FiledTalks talks, StoryChanges changes, StoryNumbers numbers)
{
    private readonly Dictionary<int, FiledDeadline> _deadlines = talks.Deadlines.ToDictionary(deadline => deadline.Number);

    /// <summary>The commands that made a change; none where time or an outcome made it.</summary>
    public IEnumerable<string> Lines(int index)
    {
        var change = changes[index];
        var deadline = _deadlines[StoryChanges.NumberOf(change)];
        return change.Verb switch
        {
            ChangeVerb.Added => StoryTime.IsFollowing(deadline.Repeat) ? [] : [Add(deadline, index)],
            ChangeVerb.Moved => [StoryLine.Write("deadline move", [("talks", talks.Slug), ("deadline", numbers.Of(change.Subject)), ("at", At(deadline, index)), .. StoryTime.Why(change.New)])],
            ChangeVerb.Set when change.New is ChangeValue.Detail detail =>
                [StoryLine.Write("deadline set", ("talks", talks.Slug), ("deadline", numbers.Of(change.Subject)), StoryLine.Of(detail))],
            ChangeVerb.Set when change.New is ChangeValue.Repeats repeats =>
                [StoryLine.Write("deadline set", ("talks", talks.Slug), ("deadline", numbers.Of(change.Subject)), ("repeat", StoryTime.Rule(repeats)))],
            ChangeVerb.Met when !changes.IsSettledByOutcome(index) => [End("deadline met", change)],
            ChangeVerb.Lapsed when !changes.IsSettledByOutcome(index) => [End("deadline lapsed", change)],
            ChangeVerb.Withdrawn => [End("deadline withdraw", change)],
            ChangeVerb.Snoozed when change.New is ChangeValue.Moment again =>
                [StoryLine.Write("snooze", ("talks", talks.Slug), ("deadline", numbers.Of(change.Subject)), ("span", DurationText.Write(again.At.ToInstant() - change.At)))],
            ChangeVerb.Covered => [StoryLine.Write("deadline cover", ("talks", talks.Slug), ("deadline", numbers.Of(change.Subject)), ("who", CoverSteps.Who(change)))],
            _ => [],
        };
    }

    private string Add(FiledDeadline deadline, int index) => StoryLine.Write(
        "deadline add",
        ("talks", talks.Slug),
        ("at", At(deadline, index)),
        ("label", changes.At(index, DetailField.Label, deadline.Label)),
        ("reported", changes.At(index, DetailField.Reported, deadline.AsReported)),
        ("consequence", changes.At(index, DetailField.Consequence, deadline.Consequence)),
        ("by", changes.At(index, DetailField.By, deadline.SetBy)),
        ("repeat", StoryTime.Rule(changes.At<ChangeValue.Repeats>(index) ?? new(deadline.Repeat?.Rule), first: true)));

    private string At(FiledDeadline deadline, int index)
    {
        var change = changes[index];
        var next = changes.After(index, ChangeVerb.Moved).FirstOrDefault();
        return next is null ? TimeWording.Iso(deadline.At) : StoryTime.Write(change.New.IsNone ? next.Old : change.New, deadline.At);
    }

    private string End(string path, FiledChange change) =>
        StoryLine.Write(path, ("talks", talks.Slug), ("deadline", numbers.Of(change.Subject)), ("note", ChangeWording.Note(change.New)));
}

/// <summary>Who covered something, as a command says it; on the terminal, where stories are told, nobody is notified.</summary>
internal static class CoverSteps
{
    public static string Who(FiledChange change) => change.New.IsNone ? "none" : ChangeWording.Of(change.New);
}
