namespace TalksBot.Core.Archive;

/// <summary>How the talks in a file came about: the commands which, given at their instants, build the same record again. Pure.</summary>
public sealed class Story
{
    private static readonly Duration Margin = Duration.FromHours(1);

    private Story(IReadOnlyList<StoryStep> steps, Interval? window)
    {
        Steps = steps;
        Window = window;
    }

    /// <summary>Everything people did, oldest first; what time itself caused is left to time.</summary>
    public IReadOnlyList<StoryStep> Steps { get; }

    /// <summary>The time worth showing: from the full hour an hour before the first step to an hour after the last step or deadline,
    /// whichever is later; null when nothing happens.</summary>
    public Interval? Window { get; }

    /// <summary>The story of all talks in a file.</summary>
    public static Story Of(TalksFile file)
    {
        var steps = file.Talks.SelectMany(talks => new TalksStory(talks).Steps()).OrderBy(step => step.At).ToList();
        var deadlines = file.Talks.SelectMany(talks => talks.Deadlines).Select(deadline => deadline.At.ToInstant());
        return new Story(steps, steps.Count == 0 ? null : Around(steps, deadlines));
    }

    private static Interval Around(List<StoryStep> steps, IEnumerable<Instant> deadlines)
    {
        var first = (steps[0].At - Margin).InUtc().LocalDateTime;
        var last = deadlines.Append(steps[^1].At).Max();
        return new Interval(first.Date.At(new LocalTime(first.Hour, 0)).InUtc().ToInstant(), last + Margin);
    }
}
