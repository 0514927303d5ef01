using System.Diagnostics.CodeAnalysis;

namespace TalksBot.Discord;

/// <summary>One bot on Discord; each entry of the section is one connection, and its key is the connection's name.</summary>
/// <remarks>A file may say <c>null</c> anywhere; it is read as nothing written, and validated as that.</remarks>
public sealed class DiscordOptions
{
    /// <summary>Where the connections stand, each under its name.</summary>
    public const string Section = "TalksBot:Platforms:Discord";

    /// <summary>The bot's token; while it is empty the connection is not configured and plays no part.</summary>
    public string Token { get; set => field = value ?? ""; } = "";

    /// <summary>The versioned root of the REST API: https, or http on this machine only.</summary>
    public string ApiUrl { get; set => field = value ?? ""; } = "https://discord.com/api/v10";

    /// <summary>The servers that the bot obeys; none means the one that gives the claim code, which the program prints at its start.</summary>
    [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The configuration binder replaces arrays and appends to lists.")]
    public string[] GuildIds { get; set => field = [.. (value ?? []).Select(id => id ?? "")]; } = [];
}
