using System.Text;
using System.Text.Json;
using TalksBot.Core.Feeds.Markup;
using TalksBot.Core.Text;

namespace TalksBot.Core.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    private const int Deepest = 100;
    private const int Longest = 100_000;

    /// <summary>No feed is of more parts: each costs memory, however little stands in it.</summary>
    private const int MostParts = 400_000;

    /// <summary>Reads it; null where it is none.</summary>
    public static Feed? Read(string text, Uri address)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text.Trim([.. FeedEncoding.Blanks]));
            if (!IsReadable(bytes))
            {
                return null;
            }

            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest });
            var root = document.RootElement;
            return root.ValueKind is JsonValueKind.Object && (root.TryGetProperty("items", out var items) || Text(root, "version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) is true)
                ? new Feed(Line(Text(root, "title")), items.ValueKind is JsonValueKind.Array ? [.. items.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object).Take(FeedReader.MostItems).Select(item => Item(item, address))] : [])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsReadable(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest });
        var parts = 0;
        while (parts <= MostParts && reader.Read())
        {
            parts++;
        }

        return parts <= MostParts;
    }

    private static FeedItem Item(JsonElement item, Uri address)
    {
        var plain = PlainText.Of(Text(item, "content_text") ?? "");
        var whole = plain.Length > 0 ? plain : PlainText.OfMarkup(Text(item, "content_html") ?? "");
        var summary = PlainText.Of(Text(item, "summary") ?? "");
        var updated = FeedDates.Read(Text(item, "date_modified"));
        return new FeedItem(
            Text(item, "id") is { Length: > 0 } id ? id : null,
            Line(Text(item, "title")),
            FeedLinks.Resolve(Text(item, "url"), address) ?? FeedLinks.Resolve(Text(item, "external_url"), address),
            FeedDates.Read(Text(item, "date_published")) ?? updated,
            summary.Length > 0 ? summary : whole)
        {
            Whole = summary.Length > 0 && whole != summary ? whole : "",
        };
    }

    private static string Line(string? text) => UserText.OneLine(PlainText.LooksLikeMarkup(text ?? "") ? PlainText.OfMarkup(text) : PlainText.Of(text ?? ""));

    /// <summary>A number where a text should stand is its digits.</summary>
    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => Written(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;

    /// <summary>Half of a letter, written as an escape, is none.</summary>
    private static string? Written(JsonElement value)
    {
        try
        {
            return value.GetString() is { Length: > Longest } text ? text[..Longest] : value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
