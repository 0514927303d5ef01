using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>What must hold for the sessions, follows and changes of filed talks. Pure.</summary>
internal static class ThingRules
{
    /// <summary>Every fault, each beginning with its place within the talks.</summary>
    public static IEnumerable<string> Faults(FiledTalks talks) => Sessions(talks).Concat(Repeats("deadlines", talks.Deadlines.Select(known => (known.Number, known.Repeat)))).Concat(Repeats("sessions", talks.Sessions.Select(known => (known.Number, known.Repeat)))).Concat(Follows(talks)).Concat(Changes(talks));

    private static IEnumerable<string> Sessions(FiledTalks talks)
    {
        foreach (var (index, session) in talks.Sessions.Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"sessions[{index}].endsAt");
            if (session.State is SessionState.Ended && session.EndsAt is null)
            {
                yield return $"{place} is missing though the session has ended; add it.";
            }

            // A session that started late may still carry the end once planned for it.
            if (session.State is not SessionState.UnderWay && session.EndsAt?.ToInstant() < session.StartsAt.ToInstant())
            {
                yield return $"{place} is before startsAt; correct one of the two.";
            }
        }
    }

    /// <summary>What belongs together begins with one of them, which has the lowest number.</summary>
    private static IEnumerable<string> Repeats(string list, IEnumerable<(int Number, Repetition? Repeat)> all)
    {
        foreach (var (index, (number, repeat)) in all.Index())
        {
            if (repeat is { Series: var series, Place: var nth } && (series < 1 || series > number || nth < 1))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{list}[{index}].repeat has the place {nth} in the series of number {series}; places begin with 1, and a series with the lowest number in it.");
            }
        }
    }

    private static IEnumerable<string> Follows(FiledTalks talks)
    {
        var channels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, follow) in talks.Follows.Index())
        {
            if (!channels.Add(follow.Channel.ToString()))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"follows[{index}].channel repeats {follow.Channel}; keep one of the two.");
            }
        }
    }

    private static IEnumerable<string> Changes(FiledTalks talks)
    {
        var subjects = Subjects(talks).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, change) in talks.Changes.Index())
        {
            if (!subjects.Contains(change.Subject))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"changes[{index}].subject names nothing in these talks; write a number such as D1, S1, #1 or P1, a following channel, or nothing.");
            }

            foreach (var (name, value) in new[] { ("was", change.Was), ("is", change.Is) })
            {
                if (value is not null && value.Restore() is null)
                {
                    yield return string.Create(
                        CultureInfo.InvariantCulture,
                        $"changes[{index}].{name} says nothing that this format knows; give \"at\", \"deadline\", \"point\", \"side\" and \"text\", \"outcome\" and \"text\", or what an export gives, or leave it out.");
                }
            }
        }
    }

    private static IEnumerable<string> Subjects(FiledTalks talks) =>
    [
        "",
        .. talks.Deadlines.Select(deadline => SubjectNumber.Deadline(deadline.Number)),
        .. talks.Sessions.Select(session => SubjectNumber.Session(session.Number)),
        .. talks.Updates.Select(update => SubjectNumber.Update(update.Number)),
        .. talks.Points.Select(point => SubjectNumber.Point(point.Number)),
        .. talks.Follows.Select(follow => follow.Channel.ToString()),
    ];
}
