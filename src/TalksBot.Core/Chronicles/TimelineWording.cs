using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>The talks from what is to come back to their first event, in text. Pure.</summary>
public static class TimelineWording
{
    private const int MostToCome = 5;

    /// <summary>What is to come, soonest first, then what happened, newest first, under a heading for each local date of the venue's clock.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="skipped">How many past events stand on the pages before.</param>
    /// <param name="size">How many a page shows.</param>
    /// <param name="now">The moment of writing.</param>
    /// <returns>The post, and the past events of the page.</returns>
    public static (Post Post, Page<TimelineEvent> Page) Write(Negotiation talks, int skipped, int size, Instant now)
    {
        var clock = talks.ClocksFrom(talks.Zone)[0];
        var events = TimelineEvent.Of(talks, now).ToList();
        var coming = skipped > 0 ? [] : events.Where(known => known.At > now).ToList();
        var past = Page.Of(events.Where(known => known.At <= now).Reverse(), skipped, size);

        // Older updates than those of the page and the pages before it need not be in memory.
        var page = past with { Total = past.Total + talks.PublishedCount - talks.Published.Count() };
        var post = new Post(
            $"Timeline: {talks.Title}, times in {clock.NameAt(now)}",
            Severity.Calm,
            [
                .. ToCome(talks, coming, clock),
                .. coming.Count > 0 && page.Items.Count > 0 ? [new PostPiece.Section($"NOW {TimeWording.ClockTimeShort(now, clock)}")] : Array.Empty<PostPiece>(),
                .. ByDay(page.Items, clock),
            ])
        {
            Picture = skipped > 0 ? null : TimelinePicture.Of(talks, clock, now),
        };
        return (post, page);
    }

    private static IEnumerable<PostPiece> ToCome(Negotiation talks, List<TimelineEvent> coming, WallClock clock) => ByDay([.. coming.Take(MostToCome)], clock)
        .Concat(coming.Count <= MostToCome ? [] : [new PostPiece.Line($"{Typography.More(coming.Count - MostToCome)} to come: /talks session list {talks.Slug}, /talks deadline list {talks.Slug}")]);

    private static IEnumerable<PostPiece> ByDay(IReadOnlyList<TimelineEvent> events, WallClock clock)
    {
        foreach (var day in events.GroupBy(known => known.At.InZone(clock.Zone).Date))
        {
            yield return new PostPiece.Section(TimeWording.Date(day.Key));
            foreach (var known in day)
            {
                yield return new PostPiece.Line($"{TimeWording.ClockTimeShort(known.At, clock)} · {Typography.Brief(known.Text)}");
            }
        }
    }
}
