using TalksBot.Core.Feeds.Markup;

namespace TalksBot.Core.Feeds;

/// <summary>Where the addresses in a feed lead to.</summary>
internal static class FeedLinks
{
    private const int Longest = 2_000;

    /// <summary>The address whole; null where it leads to nothing on the web.</summary>
    /// <param name="link">As it is written.</param>
    /// <param name="address">What it is relative to.</param>
    public static Uri? Resolve(string? link, Uri address)
    {
        var text = string.Concat((link ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length is > 0 and <= Longest && Uri.TryCreate(address, text, out var whole) && whole is { Scheme: "http" or "https", Host.Length: > 0 } ? whole : null;
    }

    /// <summary>What addresses at an element are relative to; worked out once for each element, for a hostile feed has many in many.</summary>
    public static Uri Root(MarkupElement element, Uri address)
    {
        if (element.Root is { } known)
        {
            return known;
        }

        var outer = element.Parent is { } parent ? Root(parent, address) : address;
        foreach (var (name, value) in element.Attributes)
        {
            if (name.Equals("xml:base", StringComparison.OrdinalIgnoreCase) && Resolve(value, outer) is { AbsoluteUri.Length: <= Longest } said)
            {
                outer = said;
                break;
            }
        }

        element.Root = outer;
        return outer;
    }
}
