using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace TalksBot.Core.Archive;

/// <summary>Text in JSON, which may spell out half a character (<c>\ud800</c>) that no string should hold.</summary>
internal static class JsonText
{
    private const int LongestName = 40;

    /// <summary>The text of a value; null when it is no text, or not sound.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a member; null when it is not sound.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A strange name made fit to repeat in a refusal.</summary>
    public static string Quote(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$')
            ? $"\"{name}\""
            : "a member";
}

/// <summary>Whether bytes are JSON at all, and not built to exhaust a reader.</summary>
internal static class JsonSyntax
{
    private const int DeepestNesting = 32;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Null when they are, else the sentence that refuses them.</summary>
    /// <param name="bytes">A whole file.</param>
    /// <param name="json">The file without its byte order mark.</param>
    public static string? Refuse(ReadOnlyMemory<byte> bytes, out ReadOnlyMemory<byte> json)
    {
        json = bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        if (!Utf8.IsValid(json.Span))
        {
            return "The file is no UTF-8 text; save it as UTF-8 and try again.";
        }

        // One level more than allowed, so that the reader reports broken JSON and this method reports depth.
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = DeepestNesting + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= DeepestNesting)
                {
                    return $"The file nests lists and objects more than {DeepestNesting} deep; a TalksBot file needs only a few levels.";
                }
            }
        }
        catch (JsonException fault)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The file is broken JSON at line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}; look there for a missing or extra quote, comma or bracket.");
        }

        return null;
    }
}
