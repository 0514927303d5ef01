using System.Globalization;
using TalksBot.Simulators.Discord;

namespace TalksBot.Simulator;

/// <summary>Runs a Discord with a small newsroom in it until it is told to stop.</summary>
internal static class DiscordProgram
{
    private const int UsualPort = 5090;

    /// <summary>The first argument is a port, 5090 without one; the second a token to expect.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, Task stop)
    {
        var port = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : UsualPort;
        var options = new DiscordSimulatorOptions { Port = port, Token = args.Length > 1 ? args[1] : null, AllowedPrivilegedIntents = int.MaxValue };
        await using var discord = await DiscordSimulator.StartAsync(options, CancellationToken.None);
        await output.WriteLineAsync(Describe(discord));
        await stop;
        await output.WriteLineAsync("Stopped.");
        return 0;
    }

    private static string Describe(DiscordSimulator discord)
    {
        var guild = discord.AddGuild("Newsroom");
        var (desk, trade, operations) = (discord.AddChannel(guild, "desk"), discord.AddChannel(guild, "trade"), discord.AddChannel(guild, "operations"));
        var forum = discord.AddChannel(guild, "dossiers", ChannelKind.Forum);
        var (chief, editor, reporter) = (discord.AddRole(guild, "chief", Permissions.ManageGuild), discord.AddRole(guild, "editor"), discord.AddRole(guild, "reporter"));
        discord.AddPerson(guild, "ada", chief);
        discord.AddPerson(guild, "ben", editor);
        discord.AddPerson(guild, "cleo", reporter);
        var root = discord.ApiUrl.GetLeftPart(UriPartial.Authority);
        return $$"""
            A simulated Discord is listening. Nothing leaves this machine. Ctrl+C stops it.

              API           {{discord.ApiUrl}}
              Token         {{discord.Token}}
              Application   {{discord.ApplicationId}}
              Guild         {{guild}}  Newsroom
              Channels      {{desk}} #desk · {{trade}} #trade · {{operations}} #operations · {{forum}} #dossiers (forum)
              Roles         {{chief}} chief · {{editor}} editor · {{reporter}} reporter
              People        ada (chief: manages the server) · ben (editor) · cleo (reporter)

            Point TalksBot at it:
              TalksBot__Platforms__Discord__main__ApiUrl={{discord.ApiUrl}}
              TalksBot__Platforms__Discord__main__Token={{discord.Token}}
              TalksBot__Platforms__Discord__main__GuildIds__0={{guild}}

            Look, and be one of them: {{root}}/

            From a shell:
              curl -X POST {{root}}/_control/command -d '{"user":"ada","channel":"desk","command":"talks help"}'
              curl -X POST {{root}}/_control/autocomplete -d '{"user":"ada","channel":"desk","command":"talks status","options":{"talks":"us"},"focused":"talks"}'
              curl -X POST {{root}}/_control/button -d '{"user":"ada","channel":"desk","label":"Undo"}'
              curl -X POST {{root}}/_control/modal -d '{"user":"ada","interaction":"ID","values":{"text":"…"} }'
              curl -X POST {{root}}/_control/fault -d '{"kind":"drop-after-commit"}'
                all kinds and what goes with them: docs/simulators.md
              curl {{root}}/_control/messages/desk      curl {{root}}/_control/stats
            """;
    }
}
