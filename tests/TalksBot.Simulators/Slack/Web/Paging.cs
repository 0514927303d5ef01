using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>Opaque cursors and short pages. slack.md §2 and §14, line 15.</summary>
internal static class Paging
{
    /// <summary>One page in which <paramref name="shown"/> turns each entry into JSON; writes the cursor of the next.</summary>
    public static JsonArray Page<T>(WebCall call, IReadOnlyList<T> all, (int Usual, int Max, int? Cap) limits, Func<T, JsonObject> shown, JsonObject answer)
    {
        var limit = call.Number("limit", limits.Usual);
        if (limit <= 0 || limit > limits.Max)
        {
            throw new Refusal("invalid_limit");
        }

        var start = call.Optional("cursor") is { } cursor ? Read(cursor, all.Count) : 0;
        var count = Math.Min(limits.Cap ?? limit, limit);
        var next = start + count < all.Count ? Write(start + count) : "";
        answer["response_metadata"] = new JsonObject { ["next_cursor"] = next };
        return new JsonArray([.. all.Skip(start).Take(count).Select(one => (JsonNode)shown(one))]);
    }

    private static string Write(int offset) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"next:{offset}")));

    private static int Read(string cursor, int count)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (cursor.Length <= 300 && Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is { } text && text.StartsWith("next:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= count)
        {
            return offset;
        }

        throw new Refusal("invalid_cursor");
    }
}
