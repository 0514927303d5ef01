using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>The handover: what changed while somebody was away. Pure.</summary>
public static class SinceWording
{
    /// <summary>
    /// Corrections, then outcomes and moved or settled deadlines of all talks first, then the rest of each, newest first; no change is
    /// said.
    /// </summary>
    /// <param name="news">The talks asked for, each with what happened.</param>
    /// <param name="skipped">How many changes stand on the pages before.</param>
    /// <param name="size">How many a page shows.</param>
    /// <param name="from">Changes at this instant are left out.</param>
    /// <param name="now">The end of the window.</param>
    /// <param name="clock">The reader's own clock.</param>
    /// <param name="others">How many other talks changed that are not among these.</param>
    /// <returns>The changes of the page.</returns>
    public static (Post Post, Page<ChronicleEntry> Page) Write(IReadOnlyList<TalksNews> news, int skipped, int size, Instant from, Instant now, WallClock clock, int others = 0)
    {
        var read = Page.Of(InOrder(news), skipped, size);
        var page = read with { Total = read.Total + news.Sum(known => known.LeftOut) };
        var post = new Post(
            $"{(page.Total == 0 ? "No change" : Typography.Count(page.Total, "change"))} since {TimeWording.Full(TimeWording.Minute(from), clock)}",
            Severity.Calm,
            [
                .. page.Items.GroupBy(item => item.Title).SelectMany(group => EntryWording.Section(group.Key, group.Select(item => item.Entry), now, clock)),
                .. skipped > 0 ? [] : Quiet(news, page.Total),
                .. others == 0 ? [] : new[] { new PostPiece.Line($"{others} other talks changed as well: name the ones you mean, as in /talks since 6h SLUG") },
            ]);
        return (post, new Page<ChronicleEntry>([.. page.Items.Select(item => item.Entry)], page.Skipped, page.Total));
    }

    private static IEnumerable<(string Title, ChronicleEntry Entry)> InOrder(IReadOnlyList<TalksNews> news) =>
        First("Corrections", news, entry => entry.Weight is ChronicleWeight.Correction)
            .Concat(First("Deadlines and outcomes", news, entry => entry.Weight is ChronicleWeight.Turn))
            .Concat(news.SelectMany(known => known.Entries.Where(entry => entry.Weight > ChronicleWeight.Turn).BySubject().Select(entry => (known.Talks.Title, entry))));

    private static IEnumerable<(string Title, ChronicleEntry Entry)> First(string title, IReadOnlyList<TalksNews> news, Func<ChronicleEntry, bool> wanted) => news
        .SelectMany(known => known.Entries.Where(wanted).Select(entry => news.Count == 1 ? entry : entry with { Text = $"{known.Talks.Title}: {entry.Text}" }))
        .Reverse()
        .OrderByDescending(entry => entry.At)
        .Select(entry => (title, entry));

    /// <summary>Of several talks, those in which nothing happened.</summary>
    private static IEnumerable<PostPiece> Quiet(IReadOnlyList<TalksNews> news, int changes)
    {
        var quiet = news.Where(known => known.Entries.Count == 0).Select(known => known.Talks.Title).ToList();
        return quiet.Count == 0 || (changes == 0 && news.Count == 1)
            ? []
            : [new PostPiece.Line(Typography.Brief($"No change: {string.Join("; ", quiet)}"))];
    }
}

/// <summary>Entries of a chronicle as posts show them.</summary>
internal static class EntryWording
{
    /// <summary>Entries under a heading, each with when it was recorded; nothing when there are none.</summary>
    public static IEnumerable<PostPiece> Section(string title, IEnumerable<ChronicleEntry> entries, Instant now, WallClock clock) =>
        entries.Select(entry => Line(entry, now, clock)).ToList() is { Count: > 0 } body ? body.Prepend(new PostPiece.Section(title)) : [];

    /// <summary>One entry with when it was recorded, as short as a phone wants it.</summary>
    public static PostPiece Brief(ChronicleEntry entry, int length, Instant now, WallClock clock) =>
        new PostPiece.Line(Typography.Shorten($"{TimeWording.OfWeek(entry.At, clock, now)} · {entry.Text}", length)) { Account = entry.Subject.StartsWith('#') ? entry.Subject : null };

    /// <summary>One entry with when it was recorded; a long one by its beginning.</summary>
    public static PostPiece Line(ChronicleEntry entry, Instant now, WallClock clock)
    {
        var text = $"{TimeWording.ClockTime(TimeWording.Minute(entry.At), clock, firstDate: null, now)} · {Typography.Brief(entry.Text)}";
        PostPiece line = entry.Link is { } link ? new PostPiece.Sourced(text, link) : new PostPiece.Line(text);
        return line with { Account = entry.Subject.StartsWith('#') ? entry.Subject : null };
    }
}
