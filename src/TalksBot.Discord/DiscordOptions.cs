using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using TalksBot.Chat.Configuration;
using TalksBot.Core.Commands;
using TalksBot.Discord.Wire;

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

/// <summary>Names every faulty key of a connection at once, with its fault and its mend; never the token.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var faults = Faults(name ?? "", options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string name, DiscordOptions options)
    {
        var section = $"{DiscordOptions.Section}:{name}";
        if (ConnectionFaults.OfName(section, DiscordConnection.PlatformName, name) is { } unfit)
        {
            yield return unfit;
        }

        if (options.Token.Any(c => !char.IsAscii(c) || char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            yield return $"{section}:Token holds a blank or another character no token has; copy it again from the application's page at Discord.";
        }

        if (ConnectionFaults.OfAddress($"{section}:ApiUrl", options.ApiUrl, "remove it to mean Discord's own", "the token") is { } unsafeAddress)
        {
            yield return unsafeAddress;
        }

        foreach (var guild in options.GuildIds.Where(guild => !Snowflake.TryParse(guild, out var id) || id.Value == 0))
        {
            yield return $"{section}:GuildIds holds \"{Echo.Of(guild)}\", which is no server id; copy the id (a number) from the server's menu in developer mode.";
        }
    }
}
