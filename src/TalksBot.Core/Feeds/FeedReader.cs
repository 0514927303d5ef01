using TalksBot.Core.Feeds.Markup;

namespace TalksBot.Core.Feeds;

/// <summary>
/// Reads RSS 0.9 to 2.0, RDF, Atom and JSON Feed as they are found, faults included: what can be understood is, and what is hostile is left at a bound.
/// Pure: the same bytes give the same feed, and nothing outside them is looked at.
/// </summary>
public static class FeedReader
{
    /// <summary>More items are not looked at; feeds begin with the newest.</summary>
    internal const int MostItems = 2_000;

    /// <summary>Reads one.</summary>
    /// <param name="bytes">What its address answered.</param>
    /// <param name="contentType">As the answer's header says it; null where it is missing. It is believed least of all.</param>
    /// <param name="address">Where it came from, which what it names is relative to.</param>
    public static FeedReading Read(ReadOnlySpan<byte> bytes, string? contentType, Uri address)
    {
        var text = FeedEncoding.Decode(bytes, contentType);
        var first = text.AsSpan().TrimStart(FeedEncoding.Blanks);
        if (first.Length == 0)
        {
            return new FeedReading.Refused("That address answers with nothing.");
        }

        if (first[0] is '{' or '[')
        {
            return JsonFeed.Read(text, address) is { } json ? Bounded(json) : new FeedReading.Refused("That address answers with JSON that is no feed.");
        }

        if (MarkupReader.Read(text) is not { } document)
        {
            return new FeedReading.Refused("That feed is built to be hard to read – too deep, or of too many parts – and is not read.");
        }

        if (XmlFeed.Read(document, address) is { } feed)
        {
            return Bounded(feed);
        }

        return WebPage.IsOne(document)
            ? new FeedReading.Refused("That address answers with a web page and no feed.") { Instead = WebPage.Feeds(document, address) }
            : new FeedReading.Refused("That address answers with something that is no feed.");
    }

    private static FeedReading.Understood Bounded(Feed feed)
    {
        var shared = feed.Items.Where(item => item.Id is not null).GroupBy(item => item.Id, StringComparer.Ordinal).Where(same => AreOthers([.. same])).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return new(feed with { Items = [.. feed.Items.Select(item => shared.Contains(item.Id) ? item with { Id = null } : item).DistinctBy(Mark)] });
    }

    /// <summary>Some feeds give all of their items one mark, which tells none of them from another: they lead to other pages, or say something else at another time.</summary>
    private static bool AreOthers(IReadOnlyList<FeedItem> same) => same.Count > 1
        && (same.DistinctBy(item => item.Link).Skip(1).Any() || (same.DistinctBy(item => item.Title).Skip(1).Any() && same.DistinctBy(item => item.At).Skip(1).Any()));

    /// <summary>What a feed tells twice is one item.</summary>
    private static (string?, string, Uri?, string) Mark(FeedItem item) => item.Id is { } id ? (id, "", null, "") : (null, item.Title, item.Link, item.Text);
}
