using System.Text;
using System.Text.Json;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Reads Discord's error bodies, and survives what proxies send instead (discord.md §11).</summary>
internal static class ErrorReader
{
    private const int LongestExcerpt = 200;

    public static DiscordError Read(int status, ReadOnlyMemory<byte> body)
    {
        if (TryParse(body) is not { ValueKind: JsonValueKind.Object } root)
        {
            return new(status, DiscordErrorCode.General, Excerpt(body.Span), []) { IsDiscords = false };
        }

        List<FieldError> fields = [];
        if (root.TryGetProperty("errors", out var errors))
        {
            Flatten(errors, "", fields);
        }

        return new(status, (DiscordErrorCode)Number(root, "code"), Text(root, "message"), fields)
        {
            IsDiscords = root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number,
        };
    }

    /// <summary>The body as JSON, or null when it is HTML or broken.</summary>
    public static JsonElement? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Flatten(JsonElement errors, string path, List<FieldError> fields)
    {
        if (errors.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var part in errors.EnumerateObject())
        {
            if (part.NameEquals("_errors") && part.Value.ValueKind == JsonValueKind.Array)
            {
                fields.AddRange(part.Value.EnumerateArray()
                    .Where(leaf => leaf.ValueKind == JsonValueKind.Object)
                    .Select(leaf => new FieldError(path, Text(leaf, "code"), Text(leaf, "message"))));
                continue;
            }

            Flatten(part.Value, path.Length == 0 ? part.Name : $"{path}.{part.Name}", fields);
        }
    }

    // The docs make a leaf's code a string, the OpenAPI document an integer.
    private static string Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static int Number(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : 0;

    private static string Excerpt(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? "(no body)" : Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestExcerpt)]);
}
