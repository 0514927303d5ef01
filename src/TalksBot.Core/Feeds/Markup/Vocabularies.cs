namespace TalksBot.Core.Feeds.Markup;

/// <summary>Whose word the name of an element is.</summary>
internal enum Vocabulary
{
    /// <summary>RSS of every version.</summary>
    Rss,

    /// <summary>Atom of every version.</summary>
    Atom,

    /// <summary>RDF, which old RSS is written in.</summary>
    Rdf,

    /// <summary>Dublin Core, of either version.</summary>
    Dublin,

    /// <summary>The module that carries whole articles.</summary>
    Content,

    /// <summary>A web page's own.</summary>
    Page,

    /// <summary>That of podcasts.</summary>
    Podcast,

    /// <summary>That of pictures and films.</summary>
    Media,

    /// <summary>Somebody else's.</summary>
    Other,
}

/// <summary>Tells vocabularies by the address that a prefix stands for or, where none is declared, by what the prefix means everywhere.</summary>
internal static class Vocabularies
{
    private static readonly (string Part, Vocabulary Is)[] Known =
    [
        ("purl.org/rss/1.0/modules/content", Vocabulary.Content),
        ("purl.org/rss/1.0/modules/rss091", Vocabulary.Rss),
        ("purl.org/rss/1.0/modules/", Vocabulary.Other),
        ("purl.org/rss/1.0", Vocabulary.Rss),
        ("purl.org/net/rss1.1", Vocabulary.Rss),
        ("netscape.com/", Vocabulary.Rss),
        ("channel.netscape.com", Vocabulary.Rss),
        ("userland.com/rss", Vocabulary.Rss),
        ("harvard.edu/tech/rss", Vocabulary.Rss),
        ("w3.org/2005/atom", Vocabulary.Atom),
        ("purl.org/atom", Vocabulary.Atom),
        ("purl.org/echo", Vocabulary.Atom),
        ("purl.org/pie", Vocabulary.Atom),
        ("example.com/necho", Vocabulary.Atom),
        ("example.com/newformat", Vocabulary.Atom),
        ("uri/of/echo", Vocabulary.Atom),
        ("w3.org/1999/02/22-rdf", Vocabulary.Rdf),
        ("purl.org/dc/", Vocabulary.Dublin),
        ("w3.org/1999/xhtml", Vocabulary.Page),
        ("itunes.com/dtds", Vocabulary.Podcast),
        ("search.yahoo.com/mrss", Vocabulary.Media),
    ];

    /// <summary>Of an element; it stands in its place already.</summary>
    public static Vocabulary Of(MarkupElement element)
    {
        if (Address(element) is { Length: > 0 } address)
        {
            foreach (var (part, vocabulary) in Known)
            {
                if (address.Contains(part, StringComparison.OrdinalIgnoreCase))
                {
                    return vocabulary;
                }
            }

            // An address that nobody knows, where nothing else stands, is somebody's spelling of the usual one.
            return element.Prefix.Length == 0 ? Plain(element) : Vocabulary.Other;
        }

        return element.Prefix switch
        {
            "" => Plain(element),
            "rss" => Vocabulary.Rss,
            "atom" or "atom10" or "a10" => Vocabulary.Atom,
            "rdf" => Vocabulary.Rdf,
            "dc" or "dcterms" => Vocabulary.Dublin,
            "content" => Vocabulary.Content,
            "xhtml" => Vocabulary.Page,
            "itunes" => Vocabulary.Podcast,
            "media" => Vocabulary.Media,
            _ => Vocabulary.Other,
        };
    }

    /// <summary>Without a prefix it is what it stands in, unless that is somebody else's.</summary>
    private static Vocabulary Plain(MarkupElement element) => element.Parent switch
    {
        null => element.Name is "feed" or "entry" ? Vocabulary.Atom : Vocabulary.Rss,
        { Vocabulary: Vocabulary.Atom } => Vocabulary.Atom,
        { Vocabulary: Vocabulary.Page } => Vocabulary.Page,
        _ => element.Name is "feed" or "entry" ? Vocabulary.Atom : Vocabulary.Rss,
    };

    private static string? Address(MarkupElement element)
    {
        for (var scope = element.Scope; scope is not null; scope = scope.Parent?.Scope)
        {
            for (var at = 0; at < scope.Attributes.Count; at++)
            {
                var (name, value) = scope.Attributes[at];
                if (element.Prefix.Length == 0
                    ? name.Equals("xmlns", StringComparison.OrdinalIgnoreCase)
                    : name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase) && name.AsSpan("xmlns:".Length).Equals(element.Prefix, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return null;
    }
}
