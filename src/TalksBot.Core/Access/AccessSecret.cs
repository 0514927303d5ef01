using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TalksBot.Core.Access;

/// <summary>The secret of a token: 192 bits drawn at random, which nobody guesses, so that a hash without salt and toil keeps it.</summary>
public static class AccessSecret
{
    private const int Bytes = 24;

    /// <summary>As many characters as every secret has.</summary>
    public const int Length = 32;

    /// <summary>Draws one: letters, digits, hyphens and underscores, which an address needs not escape.</summary>
    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>True for what may be a secret: anything else need not be looked for.</summary>
    public static bool IsOne(string? text) => text is { Length: Length } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>What is kept of it: its SHA-256 in hexadecimal digits.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
