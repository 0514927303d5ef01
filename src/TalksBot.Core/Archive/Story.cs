using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
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

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}

/// <summary>One thing somebody did, as they would type it.</summary>
/// <param name="At">When they did it.</param>
/// <param name="Line">The whole command, beginning with <c>/talks</c>.</param>
/// <param name="By">Who did it.</param>
public sealed record StoryStep(Instant At, string Line, string By);

/// <summary>The times in a story. The record keeps the last time of a thing to the letter, earlier ones as they were printed.</summary>
internal static class StoryTime
{
    /// <summary>A time as the change that set it prints it, ready for a command.</summary>
    /// <param name="printed">The change's words; empty when the file does not keep them.</param>
    /// <param name="last">The time it has now, which is taken where the words cannot be read.</param>
    /// <param name="talks">Whose clocks they are printed by.</param>
    /// <param name="now">When they were printed.</param>
    public static string Write(string printed, CivilTime last, FiledTalks talks, Instant now)
    {
        var read = printed.Length == 0 ? null : TimePhrase.Read(printed, new TimeContext(now, talks.Zone, talks.Clocks, TimeTense.Any));
        return TimeWording.Iso(read is TimeReading.Understood understood ? InItsZone(understood.Time, printed, last, talks) : last);
    }

    /// <summary>A printed time names a place, not its zone; of the zones in use, the one that prints the same is meant.</summary>
    private static CivilTime InItsZone(CivilTime read, string printed, CivilTime last, FiledTalks talks) =>
        talks.Clocks.Select(clock => clock.Zone).Prepend(talks.Zone).Prepend(last.Zone)
            .Select(zone => CivilTime.At(read.ToInstant(), zone))
            .FirstOrDefault(time => TimeWording.Full(time) == printed, read);
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
