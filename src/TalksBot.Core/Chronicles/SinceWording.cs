using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>The handover: what changed while somebody was away. Pure.</summary>
public static class SinceWording
{
    /// <summary>Corrections, then outcomes and moved or settled deadlines of all talks first, then the rest of each; no change is said.</summary>
    /// <param name="talks">The talks asked for.</param>
    /// <param name="from">Changes at this instant are left out.</param>
    /// <param name="now">The end of the window.</param>
    /// <param name="clock">The reader's own clock.</param>
    public static Post Write(IReadOnlyList<Negotiation> talks, Instant from, Instant now, WallClock clock)
    {
        var news = talks.Select(known => new TalksNews(known, Chronicle.Between(known, from, now))).ToList();
        var count = news.Sum(known => known.Entries.Count);
        return new Post(
            $"{(count == 0 ? "No change" : Typography.Count(count, "change"))} since {TimeWording.Full(from, clock)}",
            Severity.Calm,
            [
                new PostPiece.Line($"Window: {TimeWording.Window(from, now, clock, now)}"),
                .. First("Corrections", ChronicleWeight.Correction, news, now, clock),
                .. First("Deadlines and outcomes", ChronicleWeight.Turn, news, now, clock),
                .. news.SelectMany(known => Rest(known, now, clock)),
                .. Quiet(news),
            ]);
    }

    private static IEnumerable<PostPiece> First(string title, ChronicleWeight weight, List<TalksNews> news, Instant now, WallClock clock) =>
        EntryWording.Section(title, news
            .SelectMany(known => known.Entries.Where(entry => entry.Weight == weight).Select(entry => news.Count == 1 ? entry : Named(known.Talks, entry)))
            .OrderBy(entry => entry.At), now, clock);

    private static ChronicleEntry Named(Negotiation talks, ChronicleEntry entry) =>
        entry with { Text = $"{talks.Title}: {entry.Text}" };

    private static IEnumerable<PostPiece> Rest(TalksNews news, Instant now, WallClock clock) =>
        EntryWording.Section(news.Talks.Title, news.Entries.Where(entry => entry.Weight > ChronicleWeight.Turn).WeightiestFirst(), now, clock);

    private static IEnumerable<PostPiece> Quiet(List<TalksNews> news)
    {
        var quiet = news.Where(known => known.Entries.Count == 0).Select(known => known.Talks.Title).ToList();
        return quiet.Count == 0 ? [] : [new PostPiece.Line($"No change: {string.Join("; ", quiet)}")];
    }
}
