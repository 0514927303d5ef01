using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
