using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Chat.Configuration;

/// <summary>What can be wrong with any connection in the configuration: each fault a sentence that names the key and the mend.</summary>
public static class ConnectionFaults
{
    /// <summary>The fault of a connection's name; null where it can stand in an address.</summary>
    /// <param name="section">The connection's section, such as <c>TalksBot:Platforms:Discord:main</c>.</param>
    /// <param name="platform">The platform's name in addresses.</param>
    /// <param name="name">The connection's key.</param>
    public static string? OfName(string section, string platform, string name) =>
        ChannelAddress.TryParse($"{platform}:{name}/1", out var address) && address.Connection == name
            ? null
            : $"{section} cannot be a connection's name; use letters, digits and hyphens, such as main.";

    /// <summary>The fault of an address that is called; null where it is https, or http on this machine.</summary>
    /// <param name="key">The whole key, such as <c>TalksBot:Platforms:Discord:main:ApiUrl</c>.</param>
    /// <param name="text">What stands there.</param>
    /// <param name="mend">What to do where it is no web address, as in <c>remove it to mean Discord's own</c>.</param>
    /// <param name="secret">What would be read on the way, such as <c>the token</c>.</param>
    public static string? OfAddress(string key, string text, string mend, string secret) =>
        OfCredentials(key, text)
        ?? (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")
            ? $"{key} is \"{Echo.Address(text)}\", which is no web address; {mend}."
            : address.Scheme is "http" && !address.IsLoopback
                ? $"{key} is \"{Echo.Address(text)}\", which would carry {secret} in the open; use https, or http on this machine only."
                : null);

    /// <summary>The fault of an address with a name or a password in it; null where it has none.</summary>
    /// <param name="key">The whole key.</param>
    /// <param name="text">What stands there.</param>
    public static string? OfCredentials(string key, string text) => Echo.HoldsCredentials(text)
        ? $"{key} is \"{Echo.Address(text)}\", with a name or a password in it, which logs would show; write the address without them."
        : null;
}
