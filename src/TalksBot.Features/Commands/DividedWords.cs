using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Commands;

/// <summary>Divides a time and the words after it that were typed without quotes, now that the talks' own clocks are known.</summary>
internal static class DividedWords
{
    private const int MostReadings = 5;
    private const int LongestRest = 40;

    /// <summary>Puts the words in their places; the reply that asks where they can be divided in several ways, else null.</summary>
    public static Reply? Refuse(CommandCall call, string parameter, TimeContext context)
    {
        if (call.Undivided is not { } undivided || undivided.Time != parameter)
        {
            return null;
        }

        var words = undivided.Words;
        switch (TimeRun.Divide(words, context))
        {
            case TimeDivision.Clear { Length: var length } when length < words.Count:
                call.Place(undivided.Time, TimeRun.Join(words, length));
                call.Place(undivided.Text, TimeRun.Rest(words, length));
                return null;
            case TimeDivision.Clear:
                return Reply.Refuse($"All of it reads as the time; add the {undivided.Text}, in quotes.");
            case TimeDivision.Either either:
                return Reply.Refuse(either.Why, [.. either.Lengths.SelectMany(length => Readings(call, undivided, length, context)).Take(MostReadings)]);
            default:
                return null;
        }
    }

    private static IEnumerable<PostButton> Readings(CommandCall call, UndividedWords undivided, int length, TimeContext context)
    {
        var rest = TimeRun.Rest(undivided.Words, length);
        if (rest.Length == 0)
        {
            return [];
        }

        var readings = TimePhrase.Read(TimeRun.Join(undivided.Words, length), context) switch
        {
            TimeReading.Understood understood => [new TimeOption(TimeWording.Iso(understood.Time), understood.Time)],
            TimeReading.Refused refused => refused.Readings,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var shown = rest.Length <= LongestRest ? rest : rest[..LongestRest] + "…";
        return readings.Select(reading => new PostButton(
            $"{TimeWording.Full(reading.Time)}: {shown}", call.Retyped((undivided.Time, reading.Typed), (undivided.Text, rest))));
    }
}
