using System.CommandLine;
using TalksBot.Discord;
using TalksBot.Hosting;

namespace TalksBot.Verbs;

/// <summary>Prints what a chat platform wants to know before it lets the bot in.</summary>
internal static class ManifestVerb
{
    private const string Unconfigured =
        $"No bot is configured for Discord; put its token into {DiscordOptions.Section}:main:Token, in the environment TalksBot__Platforms__Discord__main__Token.";

    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var discord = new Command("discord", "print the address that invites each configured bot to a server");
        discord.SetAction((_, token) => InviteAsync(token));
        return new Command("manifest", "print what a platform wants to know before it lets the bot in") { discord };
    }

    private static async Task<int> InviteAsync(CancellationToken token)
    {
        using var host = DeskHost.Visitor(database: null).Build();
        var invitations = await DiscordInvitation.AllAsync(host.Services, token);
        foreach (var (connection, line, isAddress) in invitations)
        {
            await (isAddress ? Console.Out : Console.Error).WriteLineAsync($"{connection}: {line}");
        }

        if (invitations.Count == 0)
        {
            await Console.Error.WriteLineAsync(Unconfigured);
        }

        return invitations.Count > 0 && invitations.All(invitation => invitation.IsAddress) ? CommandLineTool.Done : CommandLineTool.Refused;
    }
}
