using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TalksBot.Features.Views;

/// <summary>Some of a list that goes on.</summary>
/// <param name="Items">They.</param>
/// <param name="Next">Where the list goes on, to be given as <c>cursor</c>; left out where it ends.</param>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Of rows that were read with one more than are shown.</summary>
    internal static Slice<T> Of<TRow>(IReadOnlyList<TRow> rows, int most, Func<TRow, T> shown, Func<TRow, Cursor> at) =>
        new([.. rows.Take(most).Select(shown)], rows.Count > most ? at(rows[most - 1]).ToString() : null);
}

/// <summary>
/// How many of a list are asked for, and from where on. A cursor names the last row that was seen, so what is added meanwhile moves nothing.
/// </summary>
/// <param name="Limit">How many, at most.</param>
/// <param name="From">The last row that was seen; null for the beginning.</param>
public sealed record SliceAsk(int Limit, Cursor? From)
{
    /// <summary>How many are handed out where nothing is said.</summary>
    public const int Usual = 50;

    /// <summary>How many are handed out at once, at most.</summary>
    public const int Most = 200;
}

/// <summary>A row of a list, by what the list is ordered by.</summary>
/// <param name="Major">The first of it.</param>
/// <param name="Minor">What tells rows apart that share the first.</param>
public sealed record Cursor(long Major, long Minor = 0)
{
    /// <summary>Reads what <see cref="ToString"/> writes; null where it is something else.</summary>
    public static Cursor? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        return text.Length <= 60 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]).Split('.') is [var major, var minor]
            && long.TryParse(major, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first)
            && long.TryParse(minor, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var second)
            ? new Cursor(first, second)
            : null;
    }

    /// <summary>The cursor as it is handed out: letters and digits that say nothing to whoever gets them.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}")));
}
