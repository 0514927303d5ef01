using System.Buffers;
using System.Text;

namespace TalksBot.Core.Feeds;

/// <summary>Finds out how the letters of a feed are written. What it says of itself is often wrong, so the bytes are believed first.</summary>
internal static class FeedEncoding
{
    /// <summary>What may stand before a feed begins.</summary>
    public const string Blanks = " \t\r\n\f\v\0\uFEFF";

    private const int Windows = 1252;

    /// <summary>A declaration stands at the very beginning.</summary>
    private const int Head = 512;

    private static readonly SearchValues<byte> Escapes = SearchValues.Create([0x1B, 0x0E, (byte)'~', (byte)'+']);

    /// <summary>The text. What is no letter in its own encoding becomes U+FFFD.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="contentType">The header that came with them.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType) => Markup.Entities.WithoutControls(Decoded(bytes, contentType));

    private static string Decoded(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Marked(bytes) is { } marked)
        {
            return marked;
        }

        var declared = Named(Declaration(bytes));
        var said = Named(Charset(contentType));

        // Bytes that are in order as UTF-8 are UTF-8, unless it is an encoding that writes all letters in ASCII.
        var isShifting = new[] { declared, said }.Any(known => known?.CodePage is 65000 or 50220 or 50221 or 50222 or 50225 or 52936) && bytes.IndexOfAny(Escapes) >= 0;
        if (!isShifting && Strict(Encoding.UTF8, bytes) is { } plain)
        {
            return plain;
        }

        foreach (var known in new[] { declared, said })
        {
            if (known is not null && known.CodePage != Encoding.UTF8.CodePage && Strict(known, bytes) is { } text)
            {
                return text;
            }
        }

        // Mostly UTF-8 with a broken letter, or none at all of the encodings that it names.
        var mended = Encoding.UTF8.GetString(bytes);
        return mended.Count(letter => letter == '\uFFFD') * 2 < bytes.Length - mended.Length ? mended : Pages.GetEncoding(Windows)!.GetString(bytes);
    }

    private static CodePagesEncodingProvider Pages => (CodePagesEncodingProvider)CodePagesEncodingProvider.Instance;

    /// <summary>By its mark of byte order, or by the first letter where that takes two or four bytes.</summary>
    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Strict(Encoding.UTF8, rest) is { } text ? text : Decoded(rest, contentType: null),
        [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
        [0, 0, 0xFE, 0xFF, .. var rest] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32.GetString(bytes),
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes),
        [(byte)'<', 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode.GetString(bytes),
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Pages.GetEncoding(37)!.GetString(bytes),
        _ => null,
    };

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (NotSupportedException)
        {
            return Pages.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) is { } known ? Tried(known, bytes) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Tried(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The encoding that a declaration names; those that browsers take for Windows' own are that.</summary>
    private static Encoding? Named(string? name)
    {
        if (name is null)
        {
            return null;
        }

        try
        {
            var known = Pages.GetEncoding(name.Trim()) ?? Encoding.GetEncoding(name.Trim());
            return known.CodePage is 28591 or 20127 ? Pages.GetEncoding(Windows) : known;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Declaration(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var begins = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        var ends = begins < 0 ? -1 : head.IndexOf("?>", begins, StringComparison.Ordinal);
        var at = ends < 0 ? -1 : head.IndexOf("encoding", begins, ends - begins, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : Unquoted(head[(at + "encoding".Length)..ends]);
    }

    private static string? Charset(string? contentType)
    {
        var at = contentType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : Unquoted(contentType![(at + "charset".Length)..].Split(';')[0]);
    }

    private static string? Unquoted(string text) =>
        text.Trim().TrimStart('=').Trim().Split(['"', '\'', ' '], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
}
