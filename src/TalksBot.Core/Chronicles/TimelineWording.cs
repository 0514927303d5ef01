using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>The talks from their first event to their last deadline, in text. Pure.</summary>
public static class TimelineWording
{
    /// <summary>In order of time by the venue's clock, under a heading for each local date, with a line for now.</summary>
    public static Post Write(Negotiation talks, Instant now)
    {
        var clock = talks.ClocksFrom(talks.Zone)[0];
        var events = TimelineEvent.Of(talks, now).ToList();
        var past = events.TakeWhile(known => known.At <= now);
        var future = events.SkipWhile(known => known.At <= now);
        return new Post(
            $"Timeline: {talks.Title}, times in {clock.NameAt(now)}",
            Severity.Calm,
            [.. ByDay([.. past, new TimelineEvent(now, "NOW"), .. future], clock)])
        {
            Picture = TimelinePicture.Of(talks, clock, now),
        };
    }

    private static IEnumerable<PostPiece> ByDay(IReadOnlyList<TimelineEvent> events, WallClock clock)
    {
        foreach (var day in events.GroupBy(known => known.At.InZone(clock.Zone).Date))
        {
            yield return new PostPiece.Section(TimeWording.Date(day.Key));
            foreach (var known in day)
            {
                yield return new PostPiece.Line($"{TimeWording.ClockTimeShort(known.At, clock)} · {known.Text}");
            }
        }
    }
}
