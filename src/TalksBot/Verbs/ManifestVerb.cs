using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Text;
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
        var verb = new Command("manifest", "print what a platform wants to know before it lets the bot in") { discord };
        foreach (var manifest in DeskHost.Manifests)
        {
            verb.Add(Declare(manifest));
        }

        return verb;
    }

    private static Command Declare(IAppManifest manifest)
    {
        var name = Typography.Capital(manifest.Platform);
        var url = new Option<string?>("--url") { Description = $"the https address at which {name} reaches the bot; leave it out for Socket Mode" };
        var command = new Command(manifest.Platform, $"print the manifest from which {name} makes an app for the bot") { url };
        command.SetAction((parsed, _) => DescribeAsync(manifest, parsed.GetValue(url)));
        return command;
    }

    /// <summary>Needs no settings: an app comes before its tokens.</summary>
    private static async Task<int> DescribeAsync(IAppManifest manifest, string? url)
    {
        if (url is null)
        {
            await Console.Out.WriteLineAsync(manifest.Write(reachedAt: null));
            return CommandLineTool.Done;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || Echo.HoldsCredentials(url))
        {
            await Console.Error.WriteLineAsync($"\"{Echo.Address(url)}\" is no address that {Typography.Capital(manifest.Platform)} would use; write one that begins with https://.");
            return CommandLineTool.Refused;
        }

        await Console.Out.WriteLineAsync(manifest.Write(address));
        return CommandLineTool.Done;
    }

    private static async Task<int> InviteAsync(CancellationToken token)
    {
        using var host = DeskHost.Visitor(database: null).Build();
        var invitations = await host.Services.GetRequiredService<IInvitations>().AllAsync(token);
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
