using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Commanding;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Features.Settings;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class RoleTests
{
    [Fact]
    public async Task Whoever_manages_the_server_is_chief_and_anybody_else_reads()
    {
        await using var rig = await CommandRig.StartAsync();

        await rig.OpenTalksAsync();

        CommandRig.Text(await rig.RunAsync(rig.Cleo, "open", ("slug", "x-y"), ("title", "X"))).ShouldContain("needs the role editor");
        CommandRig.Text(await rig.RunAsync(rig.Ada, "follow add", ("talks", "us-japan-autos"))).ShouldNotContain("needs the role");
    }

    [Fact]
    public async Task A_role_of_the_server_gives_the_role_it_is_named_for()
    {
        await using var rig = await StartAsync(rig => [new($"{RolesOptions.Section}:Editor:0", $"discord:main/role/{rig.Editors}")]);
        var ben = rig.Discord.AddPerson(rig.Guild, "ben", rig.Editors);

        CommandRig.Text(await rig.RunAsync(ben, "open", ("slug", "x-y"), ("title", "X"))).ShouldContain("Opened x-y");
    }

    [Fact]
    public async Task Named_chiefs_take_the_place_of_those_who_manage_the_server()
    {
        await using var rig = await StartAsync(rig => [new($"{RolesOptions.Section}:Chief:0", $"discord:main/user/{rig.Cleo}")]);

        CommandRig.Text(await rig.RunAsync(rig.Cleo, "open", ("slug", "x-y"), ("title", "X"))).ShouldContain("Opened x-y");
        CommandRig.Text(await rig.RunAsync(rig.Ada, "open", ("slug", "x-z"), ("title", "X"))).ShouldContain("needs the role editor");
    }

    [Fact]
    public async Task A_role_given_in_chat_counts_at_once_and_after_a_restart()
    {
        await using var rig = await CommandRig.StartAsync();

        CommandRig.Text(await rig.RunAsync(rig.Ada, "role grant", ("who", $"<@{rig.Cleo}>"), ("role", "editor"))).ShouldContain($"<@{rig.Cleo}> has the role editor from now on");
        var before = await rig.RunAsync(rig.Cleo, "open", ("slug", "x-y"), ("title", "X"));
        await rig.RestartBotAsync();
        var after = await rig.RunAsync(rig.Cleo, "open", ("slug", "x-z"), ("title", "X"));

        CommandRig.Text(before).ShouldContain("Opened x-y");
        CommandRig.Text(after).ShouldContain("Opened x-z");
    }

    [Fact]
    public async Task A_named_role_that_does_not_exist_is_logged_also_when_Discord_was_away_at_first()
    {
        var log = new BotLog();
        await using var rig = await CommandRig.StartAsync(
            CommandRig.Fast,
            rig =>
            {
                rig.Discord.Faults.Add(new RestFault(RestFaultKind.BadGateway) { Operation = "list_guild_roles" });
                return [new($"{RolesOptions.Section}:Editor:0", $"discord:main/role/{rig.Editors}"), new($"{RolesOptions.Section}:Chief:0", "discord:main/role/999")];
            },
            log.AddTo);

        await Eventually.IsTrueAsync(() => log.Messages.Any(message => message.Contains("names discord:main/role/999, but no server of discord:main has that role", StringComparison.Ordinal)));

        log.Messages.ShouldNotContain(message => message.Contains($"role/{rig.Editors}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Roles_that_cannot_be_looked_up_are_not_called_missing()
    {
        var log = new BotLog();
        await using var rig = await CommandRig.StartAsync(
            CommandRig.Fast,
            rig =>
            [
                new($"{DiscordOptions.Section}:main:GuildIds:0", $"{rig.Guild}"),
                new($"{DiscordOptions.Section}:main:GuildIds:1", "42"),
                new($"{RolesOptions.Section}:Editor:0", "discord:main/role/999"),
            ],
            log.AddTo);

        await Eventually.IsTrueAsync(() => log.Messages.Any(message => message.Contains("could not look up the roles", StringComparison.Ordinal)));

        log.Messages.ShouldNotContain(message => message.Contains("role/999", StringComparison.Ordinal));
    }

    [Fact]
    public void Somebody_whose_permissions_are_not_told_reads_and_the_log_says_why()
    {
        using var log = new BotLog();
        using var connection = new DiscordConnection("main", new DiscordOptions { Token = "a", GuildIds = ["2"] }, TimeProvider.System, NullLoggerFactory.Instance);
        var interaction = new Interaction(new(5), new(6), InteractionType.Command, new("t"), GuildId: new Snowflake(2), ChannelId: new Snowflake(1), User: new(new(3), "ann"));

        var caller = new Callers(new RoleBook(new RoleGrants([])), new ServedServers(new ServerClaims()), new Logger<Callers>(new LoggerFactory([log]))).Of(connection, interaction);

        caller.Role.ShouldBe(Role.Reader);
        log.Messages.ShouldHaveSingleItem().ShouldContain("was not told what the person behind interaction 5 may do");
    }

    [Fact]
    public void The_highest_of_several_roles_counts_and_only_on_its_connection()
    {
        var grants = new RolesOptions { Reporter = ["discord:main/role/1"], Editor = ["discord:main/role/2"], Chief = ["discord:other/role/1"] }.Grants;

        grants.Of("discord:main", ["role/1", "role/2"]).ShouldBe(Role.Editor);
        grants.Of("discord:main", ["role/3"]).ShouldBeNull();
        grants.NamesChiefs("discord:main").ShouldBeFalse();
    }

    [Theory]
    [InlineData("discord:main/role/1", true)]
    [InlineData("slack:main/group/S1", true)]
    [InlineData("discord:role/1", false)]
    [InlineData("discord:main/1", false)]
    [InlineData("ada", false)]
    public void An_entry_that_is_nobody_is_refused_by_its_key(string entry, bool isFine)
    {
        var result = new RolesOptionsValidator().Validate(name: null, new RolesOptions { Chief = [entry] });

        result.Succeeded.ShouldBe(isFine);
        (result.FailureMessage ?? "TalksBot:Roles:chief:0").ShouldContain("TalksBot:Roles:chief:0");
    }

    [Fact]
    public async Task The_invitation_asks_for_what_is_used()
    {
        await using var rig = await CommandRig.StartAsync();

        var (connection, line, isAddress) = (await rig.Services.GetRequiredService<IInvitations>().AllAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        isAddress.ShouldBeTrue();
        connection.ShouldBe("discord:main");
        line.ShouldBe($"https://discord.com/oauth2/authorize?client_id={rig.Discord.ApplicationId}&scope=bot+applications.commands&permissions=2252074691841024&integration_type=0");
        ((ulong)DiscordInvitations.Used).ShouldBe((ulong)Permissions.Bot);
    }

    [Fact]
    public void A_token_names_its_application()
    {
        var token = $"{Convert.ToBase64String(Encoding.ASCII.GetBytes("1234567890123456789")).TrimEnd('=')}.x.y";

        DiscordInvitations.ApplicationIn(new Secret(token)).ShouldBe(new Snowflake(1234567890123456789));
        DiscordInvitations.ApplicationIn(new Secret("no token")).ShouldBeNull();
    }

    private static Task<CommandRig> StartAsync(Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> settings) =>
        CommandRig.StartAsync(CommandRig.Fast, settings, _ => { });
}
