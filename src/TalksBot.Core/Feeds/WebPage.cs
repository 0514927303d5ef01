using TalksBot.Core.Feeds.Markup;

namespace TalksBot.Core.Feeds;

/// <summary>A web page where a feed was looked for: most name theirs.</summary>
internal static class WebPage
{
    private const int Most = 5;

    /// <summary>True where a document is a web page.</summary>
    public static bool IsOne(MarkupElement document) => document.Children is not [{ Name: "opml" }, ..] && All(document).Any(element => element.Name is "html" or "head" or "body" or "meta");

    /// <summary>The feeds that it names.</summary>
    public static IReadOnlyList<Uri> Feeds(MarkupElement document, Uri address) =>
    [
        .. All(document)
            .Where(element => element.Name == "link"
                && element.Attribute("rel")?.Contains("alternate", StringComparison.OrdinalIgnoreCase) is true
                && element.Attribute("type") is { } type
                && (type.Contains("rss", StringComparison.OrdinalIgnoreCase) || type.Contains("atom", StringComparison.OrdinalIgnoreCase) || type.Contains("feed+json", StringComparison.OrdinalIgnoreCase)))
            .Select(element => FeedLinks.Resolve(element.Attribute("href"), address))
            .OfType<Uri>()
            .Distinct()
            .Take(Most),
    ];

    /// <summary>Everything in it, in the order of the document, whatever stands in whatever.</summary>
    private static IEnumerable<MarkupElement> All(MarkupElement document)
    {
        var open = new Stack<MarkupElement>(document.Children.Reverse());
        while (open.TryPop(out var element))
        {
            yield return element;
            foreach (var child in element.Children.Reverse())
            {
                open.Push(child);
            }
        }
    }
}
