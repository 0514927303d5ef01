using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Commanding;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>A public bot can be brought anywhere by anybody; it obeys its own server alone.</summary>
public sealed class ClaimTests
{
    private const string Foreign = "TalksBot works for another server and takes no commands here.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_who_runs_a_server_of_their_own_is_no_chief_and_reads_nothing()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        var (lair, eve) = await InviteAsync(rig, "Lair");
        await rig.RestartBotAsync();

        var answers = new[]
        {
            await rig.RunAsync(eve, lair, "status", ("talks", "us-japan-autos")),
            await rig.RunAsync(eve, lair, "list"),
            await rig.RunAsync(eve, lair, "role grant", ("who", $"<@{eve}>"), ("role", "chief")),
            await rig.RunAsync(eve, lair, "update add", ("talks", "us-japan-autos"), ("source", "a senior official"), ("tier", "official")),
        };
        var offered = await rig.Discord.AutocompleteAsync(eve, lair, "talks status", new() { ["talks"] = "" }, "talks", Token);

        answers.Select(CommandRig.Text).ShouldAllBe(text => text.Contains(Foreign, StringComparison.Ordinal) && !text.Contains("autos", StringComparison.OrdinalIgnoreCase));
        answers.ShouldAllBe(answer => answer.Message!.Ephemeral);
        offered.Choices.ShouldBeEmpty();
        (await rig.ReadAsync(db => db.GivenRoles.CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_presses_a_button_elsewhere_learns_nothing()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        var (lair, eve) = await InviteAsync(rig, "Lair");
        var asked = await rig.RunAsync(eve, lair, "deadline add", ("talks", "us-japan-autos"), ("at", "tomorrow 11:59"), ("label", "tariffs"));
        await rig.RestartBotAsync();

        CommandRig.Text(await rig.PressAsync(eve, asked.Message!, "")).ShouldContain(Foreign);
    }

    [Fact]
    public async Task Until_a_server_is_claimed_nobody_is_obeyed_anywhere()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        await rig.RestartBotAsync(CommandRig.NoServer, _ => { });
        var callers = rig.Services.GetRequiredService<Callers>();
        var connection = rig.Services.GetRequiredService<DiscordConnection>();

        var caller = callers.Of(connection, Chief(new Snowflake(rig.Guild)));

        caller.Role.ShouldBe(Role.Reader);
        CommandRig.Text(await rig.RunAsync(rig.Ada, "status", ("talks", "us-japan-autos"))).ShouldContain("TalksBot obeys no server yet");
    }

    [Fact]
    public async Task The_server_that_gives_the_code_is_obeyed_also_after_a_restart_and_no_other_can_give_it()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Fast, _ => CommandRig.NoServer, _ => { });
        var lair = rig.Discord.AddGuild("Lair");
        var den = rig.Discord.AddChannel(lair, "den");
        var eve = rig.Discord.AddPerson(lair, "eve", rig.Discord.AddRole(lair, "owners", Permissions.ManageGuild));
        var code = rig.Services.GetRequiredService<ClaimCodes>().Of("discord:main");

        CommandRig.Text(await rig.RunAsync(rig.Ada, "claim", ("code", "AAAA-AAAA-AAAA"))).ShouldContain("That is not the code");
        var claimed = await rig.RunAsync(rig.Ada, "claim", ("code", code.ToLowerInvariant().Replace('-', ' ')));
        var late = await rig.Discord.RunCommandAsync(eve, den, "talks claim", new() { ["code"] = code }, Token);
        await Eventually.IsTrueAsync(() => rig.Discord.Commands(rig.Guild).Count == 2 && rig.Discord.Commands().Count == 0);
        await rig.RestartBotAsync(CommandRig.NoServer, _ => { });

        CommandRig.Text(claimed).ShouldContain("discord:main obeys this server from now on, and no other");
        CommandRig.Text(late).ShouldContain(Foreign);
        await rig.OpenTalksAsync();
        var change = await rig.ReadAsync(db => db.Changes.SingleAsync(change => change.Verb == ChangeVerb.Claimed, Token));
        $"{change.Subject} {change.After}".ShouldBe($"discord:main server {rig.Guild}");
        (await rig.ReadAsync(db => db.Acts.Select(act => act.Line).ToListAsync(Token))).ShouldAllBe(line => !line.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_code_is_no_use_to_somebody_who_does_not_manage_the_server()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Fast, _ => CommandRig.NoServer, _ => { });
        var code = rig.Services.GetRequiredService<ClaimCodes>().Of("discord:main");

        CommandRig.Text(await rig.RunAsync(rig.Cleo, "claim", ("code", code))).ShouldContain("by somebody who may manage it");
        CommandRig.Text(await rig.RunAsync(rig.Ada, "claim", ("code", code))).ShouldContain("obeys this server from now on");
    }

    [Fact]
    public void Guessing_is_slow_for_one_server_and_keeps_no_other_from_its_code()
    {
        var codes = new ClaimCodes();
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);
        var code = codes.Of("discord:main");
        for (var i = 0; i < 5; i++)
        {
            codes.Try("discord:main", "666", $"wrong {i}", now).ShouldBe(ClaimTry.Wrong);
        }

        codes.Try("discord:main", "666", code, now).ShouldBe(ClaimTry.TooMany);
        codes.Try("discord:main", "1", code, now).ShouldBe(ClaimTry.Right);
        codes.Try("discord:main", "666", code, now + ClaimCodes.Window).ShouldBe(ClaimTry.Right);
        codes.Try("discord:night", "1", code, now).ShouldBe(ClaimTry.Wrong);
        codes.Spend("discord:main");
        codes.Try("discord:main", "1", code, now).ShouldBe(ClaimTry.Wrong);
    }

    [Fact]
    public void Direct_messages_other_servers_and_installations_of_a_persons_own_are_not_obeyed()
    {
        using var connection = new DiscordConnection("main", new DiscordOptions { Token = "a", GuildIds = ["2"] }, TimeProvider.System, NullLoggerFactory.Instance);
        var served = new ServedServers(new ServerClaims());

        served.Obeys(connection, Chief(new Snowflake(2))).ShouldBeTrue();
        served.Obeys(connection, Chief(new Snowflake(2)) with { AuthorizingIntegrationOwners = Owners("0") }).ShouldBeTrue();
        served.Obeys(connection, Chief(new Snowflake(2)) with { AuthorizingIntegrationOwners = Owners("1") }).ShouldBeFalse();
        served.Obeys(connection, Chief(new Snowflake(3))).ShouldBeFalse();
        served.Obeys(connection, Chief(null)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_check_warns_of_a_public_bot_that_no_server_has_claimed()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Fast, _ => CommandRig.NoServer, _ => { });

        var before = await rig.Services.GetRequiredService<IConnectionDiagnostics>().FaultsAsync(Token);
        await rig.RunAsync(rig.Ada, "claim", ("code", rig.Services.GetRequiredService<ClaimCodes>().Of("discord:main")));
        var after = await rig.Services.GetRequiredService<IConnectionDiagnostics>().FaultsAsync(Token);

        before.Select(fault => fault.Line).ShouldContain(line => line.StartsWith("No server is obeyed", StringComparison.Ordinal));
        before.Select(fault => fault.Line).ShouldContain(line => line.StartsWith("The bot is public", StringComparison.Ordinal));
        after.ShouldBeEmpty();
    }

    private static Dictionary<string, string> Owners(string kind) => new(StringComparer.Ordinal) { [kind] = "2" };

    private static Interaction Chief(Snowflake? server) => new(
        new(5), new(6), InteractionType.Command, new("t"), GuildId: server, ChannelId: new Snowflake(1),
        Member: new(new(new(3), "eve"), Permissions: Discord.Wire.Models.Permissions.ManageGuild));

    /// <summary>The bot is on another server too, where its commands stood once; eve runs that one.</summary>
    private static async Task<(ulong Channel, ulong Eve)> InviteAsync(CommandRig rig, string name)
    {
        var server = rig.Discord.AddGuild(name);
        var channel = rig.Discord.AddChannel(server, "den");
        var eve = rig.Discord.AddPerson(server, "eve", rig.Discord.AddRole(server, "owners", Permissions.ManageGuild));
        await rig.RestartBotAsync([new($"{DiscordOptions.Section}:main:GuildIds:0", $"{rig.Guild}"), new($"{DiscordOptions.Section}:main:GuildIds:1", $"{server}")], _ => { });
        await Eventually.IsTrueAsync(() => rig.Discord.Commands(server).Count == 2);
        return (channel, eve);
    }
}
