using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TalksBot.Webhook;

/// <summary>Signs what is sent, as Standard Webhooks 1.0.0 (standardwebhooks.com, "Verifying webhook authenticity") has it. Pure.</summary>
internal static class WebhookSignature
{
    private const string KeyPrefix = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    /// <summary>Reads a secret; false when it is none.</summary>
    public static bool TryReadKey(string secret, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        if (!secret.StartsWith(KeyPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[LongestKey + 3];
        if (!Convert.TryFromBase64String(secret[KeyPrefix.Length..], bytes, out var length) || length is < ShortestKey or > LongestKey)
        {
            return false;
        }

        key = bytes[..length].ToArray();
        return true;
    }

    /// <summary>The header <c>webhook-signature</c>: the version and HMAC-SHA256 over the id, the second and the body.</summary>
    /// <param name="key">The key, as <see cref="TryReadKey"/> read it.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Of(byte[] key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        mac.AppendData(body);
        return $"v1,{Convert.ToBase64String(mac.GetHashAndReset())}";
    }
}
