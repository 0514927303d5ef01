using System.Security.Cryptography;
using System.Text;

namespace TalksBot.Core.Access;

/// <summary>The secret of a token: 160 bits drawn at random, which nobody guesses, so that a hash without salt and toil keeps it.</summary>
public static class AccessSecret
{
    /// <summary>As many characters as every secret has.</summary>
    public const int Length = 32;

    /// <summary>Five bits each, and nothing that an address or a platform's markup reads as something else.</summary>
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Draws one.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>True for what may be a secret: anything else need not be looked for.</summary>
    public static bool IsOne(string? text) => text is { Length: Length } && text.All(letter => Letters.Contains(letter, StringComparison.Ordinal));

    /// <summary>What is kept of it: its SHA-256 in hexadecimal digits.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
