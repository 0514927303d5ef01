using System.Globalization;

namespace TalksBot.Core.Posts;

/// <summary>The small joints of sentences.</summary>
public static class Typography
{
    /// <summary>Something set off by a dash, as in <c> – agreed</c>; empty stays empty.</summary>
    public static string Dash(string text) => text.Length == 0 ? "" : $" – {text}";

    /// <summary>As in "1 change", "2 changes", "no changes".</summary>
    public static string Count(int count, string one) => count switch
    {
        0 => $"no {one}s",
        1 => $"1 {one}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {one}s"),
    };

    /// <summary>As in "#1, #2 and #3".</summary>
    public static string And(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>The sentence with a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}
