using System.Globalization;
using System.Text;
using TalksBot.Core.Feeds.Markup;
using TalksBot.Core.Text;

namespace TalksBot.Core.Feeds;

/// <summary>Reads RSS, RDF, Atom, and the channels that came before them, mixed as they may be.</summary>
internal sealed class XmlFeed
{
    /// <summary>No field is read further, which is many times what an update has room for.</summary>
    private const int Longest = 100_000;

    /// <summary>No item has more, and none of them is looked at further.</summary>
    private const int MostLinks = 20;

    private const Vocabulary Rss = Vocabulary.Rss;
    private const Vocabulary Atom = Vocabulary.Atom;
    private const Vocabulary Dublin = Vocabulary.Dublin;

    private readonly Uri _address;

    private XmlFeed(Uri address) => _address = address;

    /// <summary>Reads it; null where it is none.</summary>
    public static Feed? Read(MarkupElement document, Uri address)
    {
        var outer = Find(document, element => IsPlain(element) && (element.Name is "rss" or "feed" || (element.Name == "rdf" && element.Vocabulary is Vocabulary.Rdf or Rss)))
            ?? Find(document, element => IsPlain(element) && element.Name is "channel" or "item" or "entry" && element.Parent == document);
        if (outer is null)
        {
            return null;
        }

        var about = outer.Name is "feed" or "channel" ? outer : Find(outer, element => IsPlain(element) && element.Name == "channel") ?? outer;
        var items = new List<MarkupElement>();
        Collect(outer.Parent ?? outer, items);
        var feed = new XmlFeed(address);
        return new Feed(Title(about), [.. items.Take(FeedReader.MostItems).Select(feed.Item)]) { Rest = Rest(about) };
    }

    private static bool IsPlain(MarkupElement element) => element.Vocabulary is Rss or Atom or Vocabulary.Rdf;

    private static MarkupElement? Find(MarkupElement element, Func<MarkupElement, bool> isIt)
    {
        foreach (var child in element.Children)
        {
            if ((isIt(child) ? child : Find(child, isIt)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static void Collect(MarkupElement element, List<MarkupElement> items)
    {
        foreach (var child in element.Children)
        {
            if (IsPlain(child) && child.Name is "item" or "entry")
            {
                items.Add(child);
            }
            else
            {
                Collect(child, items);
            }
        }
    }

    private static Duration? Rest(MarkupElement about) =>
        int.TryParse(about.Child(Rss, "ttl")?.Text().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 10_080
            ? Duration.FromMinutes(minutes)
            : null;

    private FeedItem Item(MarkupElement item)
    {
        var summary = Text(First(item, (Rss, "description"), (Atom, "summary"), (Rss, "summary"), (Rss, "abstract"), (Dublin, "description"), (Dublin, "abstract"), (Vocabulary.Podcast, "summary"), (Vocabulary.Media, "description"))
            ?? item.Child(Vocabulary.Media, "group")?.Child(Vocabulary.Media, "description"));
        var whole = Text(First(item, (Vocabulary.Content, "encoded"), (Atom, "content"), (Rss, "content"), (Rss, "fullitem"), (Vocabulary.Page, "body"), (Vocabulary.Page, "div"), (Rss, "body"), (Rss, "summary")));
        var published = When(item, (Rss, "pubdate"), (Atom, "published"), (Atom, "issued"), (Dublin, "issued"), (Rss, "published"), (Rss, "issued"), (Dublin, "date"), (Dublin, "created"), (Atom, "created"), (Rss, "date"));
        var updated = When(item, (Atom, "updated"), (Atom, "modified"), (Dublin, "modified"), (Rss, "updated"), (Rss, "modified"), (Rss, "lastbuilddate"));
        return new FeedItem(Id(item), Title(item), Link(item), published ?? updated ?? FeedDates.Read(item.Attribute("lastmod")), summary.Length > 0 ? summary : whole)
        {
            Whole = summary.Length > 0 && whole != summary ? whole : "",
        };
    }

    private static string? Id(MarkupElement item)
    {
        var id = First(item, (Rss, "guid"), (Atom, "id"), (Rss, "id"), (Dublin, "identifier"))?.Text().Trim() ?? item.Attribute("about")?.Trim();
        return string.IsNullOrEmpty(id) ? null : id;
    }

    private static string Title(MarkupElement of) =>
        UserText.OneLine(Text(First(of, (Rss, "title"), (Atom, "title"), (Dublin, "title"), (Vocabulary.Media, "title"), (Vocabulary.Podcast, "title"))));

    /// <summary>The first of these that holds something; null for none.</summary>
    private static MarkupElement? First(MarkupElement of, params ReadOnlySpan<(Vocabulary Vocabulary, string Name)> names)
    {
        foreach (var (vocabulary, name) in names)
        {
            if (of.Child(vocabulary, name) is { } found && found.Inner.Trim().Length > 0)
            {
                return found;
            }
        }

        return null;
    }

    private static Instant? When(MarkupElement item, params ReadOnlySpan<(Vocabulary Vocabulary, string Name)> names)
    {
        foreach (var (vocabulary, name) in names)
        {
            if (item.Child(vocabulary, name) is { } found && FeedDates.Read(found.Text()) is { } at)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The words of an element, by what it says of itself: text, escaped markup, markup, or bytes.</summary>
    private static string Text(MarkupElement? element)
    {
        if (element is null)
        {
            return "";
        }

        var type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        var mode = element.Attribute("mode")?.Trim().ToLowerInvariant() ?? "";
        if (mode == "base64" || type is ['i', 'm', 'a', 'g', 'e', '/', ..] or ['a', 'u', 'd', 'i', 'o', '/', ..] or ['v', 'i', 'd', 'e', 'o', '/', ..] or "application/octet-stream")
        {
            return Bytes(element.Text(Longest), type);
        }

        if (element.Children.Count > 0 || type is "xhtml")
        {
            return PlainText.OfMarkup(element.Inner[..Math.Min(element.Inner.Length, Longest)], isSure: true);
        }

        var text = element.Text(Longest);
        var isMarkup = type switch
        {
            "html" or "text/html" or "application/xhtml+xml" => true,
            "text" or "text/plain" => false,
            _ => element.Vocabulary is not Atom && PlainText.LooksLikeMarkup(text),
        };
        return isMarkup ? Unescaped(PlainText.OfMarkup(text)) : PlainText.Of(text);
    }

    /// <summary>Markup that was escaped once too often, which nobody means to show.</summary>
    private static string Unescaped(string words) => (words.Contains('&', StringComparison.Ordinal) || words.Contains("</", StringComparison.Ordinal)) && PlainText.LooksLikeMarkup(words) ? PlainText.OfMarkup(words) : words;

    private static string Bytes(string text, string type)
    {
        var packed = string.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var bytes = new byte[packed.Length];
        if (!Convert.TryFromBase64String(packed, bytes, out var count) || type is not ("" or "text/plain" or "text/html" or "application/octet-stream"))
        {
            return "";
        }

        var words = Encoding.UTF8.GetString(bytes, 0, count);
        return type == "text/plain" ? PlainText.Of(words) : PlainText.OfMarkup(words);
    }

    /// <summary>The item's page: what it says is that, else its mark where that is an address, else what it carries.</summary>
    private Uri? Link(MarkupElement item)
    {
        var named = item.Children.Where(child => child.Name == "link" && child.Vocabulary is Rss or Atom).Take(MostLinks).Select(Named).OfType<(int Order, Uri Link)>().ToList();
        if (named.Count > 0)
        {
            return named.MinBy(link => link.Order).Link;
        }

        var guid = item.Child(Rss, "guid");
        if (guid is not null && !"false".Equals(guid.Attribute("ispermalink")?.Trim(), StringComparison.OrdinalIgnoreCase) && Absolute(guid.Text()) is { } mark)
        {
            return mark;
        }

        return Absolute(item.Attribute("about"))
            ?? Resolved(item, "href")
            ?? Resolved(item.Child(Atom, "content"), "src")
            ?? Resolved(item.Child(Rss, "enclosure"), "url")
            ?? (guid is null ? Absolute(item.Child(Atom, "id")?.Text()) : null);
    }

    private (int Order, Uri Link)? Named(MarkupElement link)
    {
        var href = link.Attribute("href");
        if (FeedLinks.Resolve(href ?? link.Text(), FeedLinks.Root(link, _address)) is not { } leads)
        {
            return null;
        }

        var rel = link.Attribute("rel")?.Trim().ToLowerInvariant() ?? "alternate";
        var type = link.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        return (href, rel) switch
        {
            (null, _) => (0, leads),
            (_, "alternate" or "" or "http://www.iana.org/assignments/relation/alternate") => (type is "" or "text/html" or "application/xhtml+xml" ? 1 : 2, leads),
            (_, "self" or "via" or "related" or "enclosure") => (rel switch { "related" => 3, "via" => 4, "enclosure" => 5, _ => 6 }, leads),
            _ => null,
        };
    }

    private static Uri? Absolute(string? text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var link) && link is { Scheme: "http" or "https" } ? link : null;

    private Uri? Resolved(MarkupElement? element, string attribute) =>
        element?.Attribute(attribute) is { } link ? FeedLinks.Resolve(link, FeedLinks.Root(element, _address)) : null;
}
