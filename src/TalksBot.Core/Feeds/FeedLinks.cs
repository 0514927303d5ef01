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

    /// <summary>What addresses at an element are relative to.</summary>
    public static Uri Root(MarkupElement element, Uri address)
    {
        var said = new Stack<string>();
        for (var scope = element; scope is not null; scope = scope.Parent)
        {
            if (scope.Attributes.FirstOrDefault(attribute => attribute.Key.Equals("xml:base", StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 and <= Longest } root)
            {
                said.Push(root.Trim());
            }
        }

        return said.Aggregate(address, (from, root) => Uri.TryCreate(from, root, out var whole) && whole.Scheme is "http" or "https" ? whole : from);
    }
}
