using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Slack's signature of requests, version 0 (slack.md §8).</summary>
internal static class RequestSignature
{
    /// <summary><c>v0=</c> and the HMAC-SHA256 of <c>v0:time:body</c> in small hexadecimal digits.</summary>
    public static string Of(Secret signingSecret, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(signingSecret.Reveal()));
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp.ToString(CultureInfo.InvariantCulture)}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <summary>Compares in a time that tells nothing about where two signatures differ.</summary>
    public static bool Matches(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}

/// <summary>Remembers the good signatures for as long as they would be accepted again.</summary>
internal sealed class SeenSignatures
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, long> _order = new();

    /// <summary>True the first time; forgets after the given moment, in Unix seconds.</summary>
    public bool IsNew(string signature, long until, long now)
    {
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest, out var end) && end < now)
            {
                _order.Dequeue();
                _seen.Remove(oldest);
            }

            if (!_seen.Add(signature))
            {
                return false;
            }

            _order.Enqueue(signature, until);
            return true;
        }
    }
}

/// <summary>A request as it came, its body byte by byte: the signature is over those (slack.md §8).</summary>
/// <param name="Timestamp">The header <c>X-Slack-Request-Timestamp</c>.</param>
/// <param name="Signature">The header <c>X-Slack-Signature</c>.</param>
/// <param name="ContentType">The header <c>Content-Type</c>: events are JSON, all else is a form.</param>
public sealed record SignedRequest(
    string? Timestamp, string? Signature, string? ContentType, ReadOnlyMemory<byte> Body);

/// <summary>Reads <c>application/x-www-form-urlencoded</c>; of a name that comes twice the first counts.</summary>
internal static class FormBody
{
    public static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> body)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            values.TryAdd(WebUtility.UrlDecode(parts[0]), parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : "");
        }

        return values;
    }

    /// <summary>The same as an object of texts, which is how a socket would bring it.</summary>
    public static JsonElement ToJson(IReadOnlyDictionary<string, string> form) =>
        JsonSerializer.SerializeToElement(form, WireJson.Default.IReadOnlyDictionaryStringString);
}
