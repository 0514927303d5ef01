using System.Globalization;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

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

/// <summary>A command as typed, with every value named and quoted.</summary>
internal static class StoryLine
{
    /// <summary>The line; parameters without a value are left out.</summary>
    public static string Write(string path, params IEnumerable<(string Name, string? Value)> parameters) =>
        string.Join(' ', parameters
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => $"{parameter.Name}:\"{Escape(parameter.Value!)}\"")
            .Prepend($"/talks {path}"));

    /// <summary>A parameter that says what a change made of it; one that says nothing any more is given as such.</summary>
    public static (string Name, string? Value) Of(ChangeValue.Detail detail) =>
        (detail.Field.ToString().ToLowerInvariant(), detail.Text.Length == 0 ? CommandCall.Nothing : detail.Text);

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}

/// <summary>One thing somebody did, as they would type it.</summary>
/// <param name="At">When they did it.</param>
/// <param name="Line">The whole command, beginning with <c>/talks</c>.</param>
/// <param name="By">Who did it.</param>
public sealed record StoryStep(Instant At, string Line, string By);

/// <summary>The times in a story.</summary>
internal static class StoryTime
{
    /// <summary>A time as a change keeps it, ready for a command.</summary>
    /// <param name="value">What the change keeps.</param>
    /// <param name="last">The time it has now, which is taken where the change keeps none.</param>
    public static string Write(ChangeValue value, CivilTime last) => TimeWording.Iso(value is ChangeValue.Moment moment ? moment.At : last);

    /// <summary>True for one that a rule planned: time, or the command that ended the one before, plans it again.</summary>
    public static bool IsFollowing(Repetition? repeat) => repeat is { Place: > 1 };

    /// <summary>How it repeats from a change on.</summary>
    /// <param name="value">What the change keeps.</param>
    /// <param name="first">True for something new, of which nothing need be said where it does not repeat.</param>
    public static string? Rule(ChangeValue.Repeats value, bool first = false) => value.Rule?.ToString() ?? (first ? null : CommandCall.Nothing);

    /// <summary>Why it was moved, and by whose word.</summary>
    public static IEnumerable<(string Name, string? Value)> Why(ChangeValue value) =>
        value is ChangeValue.Moment moment ? [("note", moment.Note), ("by", moment.MovedBy)] : [];
}

/// <summary>
/// The numbers that things get when filed talks are told again. A file leaves out what was killed, rejected or taken back, and nobody gives
/// its numbers again; so what came after it is called otherwise in the telling.
/// </summary>
internal sealed class StoryNumbers
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public StoryNumbers(StoryChanges changes)
    {
        var counts = new Dictionary<char, int>();
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i] is { Verb: ChangeVerb.Added, Subject: [('D' or 'S' or '#' or 'P') and var mark, ..] subject } && SubjectNumber.TryRead(mark, subject, out _) && !_names.ContainsKey(subject))
            {
                counts[mark] = counts.GetValueOrDefault(mark) + 1;
                _names.Add(subject, string.Create(CultureInfo.InvariantCulture, $"{mark}{counts[mark]}"));
            }
        }
    }

    /// <summary>What it is called in the telling.</summary>
    /// <param name="filed">What the file calls it.</param>
    public string Of(string filed) => _names.GetValueOrDefault(filed, filed);
}
