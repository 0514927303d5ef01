using TalksBot.Features.Settings;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class RoleTests
{
    private const string Open = "open x-y \"X talks\" zone:Geneva";

    [Fact]
    public async Task Whoever_administers_the_workspace_is_chief_and_anybody_else_reads()
    {
        await using var rig = await CommandRig.StartAsync();

        await rig.OpenTalksAsync();

        (await rig.RunAsync(rig.Cleo, Open)).Shown.ShouldContain("needs the role editor");
        (await rig.RunAsync(rig.Ada, "follow add us-japan-autos")).Shown.ShouldNotContain("needs the role");
    }

    [Fact]
    public async Task A_user_group_gives_the_role_it_is_named_for()
    {
        await using var rig = await StartAsync(rig => [new($"{RolesOptions.Section}:Editor:0", $"slack:main/group/{rig.Slack.AddGroup("editors", rig.Cleo)}")]);

        (await rig.RunAsync(rig.Cleo, Open)).Shown.ShouldContain("Opened x-y");
    }

    [Fact]
    public async Task Named_chiefs_take_the_place_of_those_who_administer_the_workspace()
    {
        await using var rig = await StartAsync(rig => [new($"{RolesOptions.Section}:Chief:0", $"slack:main/user/{rig.Cleo}")]);

        (await rig.RunAsync(rig.Cleo, Open)).Shown.ShouldContain("Opened x-y");
        (await rig.RunAsync(rig.Ada, "open x-z \"Z talks\" zone:Geneva")).Shown.ShouldContain("needs the role editor");
    }

    [Fact]
    public async Task A_missing_scope_is_told_once_with_its_mend_and_commands_go_on()
    {
        await using var rig = await CommandRig.StartAsync(
            CommandRig.Calm with { Scopes = SlackScopes.Without("usergroups:read") },
            rig => [new($"{RolesOptions.Section}:Editor:0", $"slack:main/group/{rig.Slack.AddGroup("editors", rig.Cleo)}")],
            _ => { });

        var answers = await Task.WhenAll(rig.RunAsync(rig.Cleo, "help"), rig.RunAsync(rig.Cleo, "help"), rig.RunAsync(rig.Ada, "help"));

        answers.ShouldAllBe(answer => answer.Shown.Length > 0);
        rig.RaisedOnce(trouble => trouble.What == "slack:main lacks the scope usergroups:read, so nobody has a role by a user group."
            && trouble.Advice.Contains("install the app again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_named_group_that_does_not_exist_is_logged()
    {
        var log = new BotLog();
        await using var rig = await CommandRig.StartAsync(
            CommandRig.Calm, _ => [new($"{RolesOptions.Section}:Editor:0", "slack:main/group/S0000000000")], log.AddTo);

        await Eventually.IsTrueAsync(() => log.Messages.Any(message => message.Contains("names slack:main/group/S0000000000, but the workspace has no such", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_the_right_to_look_people_up_they_read_and_are_named_by_their_handle()
    {
        var desk = new WatchedDesk();
        await using var rig = await CommandRig.StartAsync(desk, CommandRig.Calm with { Scopes = SlackScopes.Without("users:read") });

        await rig.RunAsync(rig.Ada, "note it");

        var caller = desk.Calls.ShouldHaveSingleItem().Caller;
        (caller.Name, caller.Role, caller.Zone).ShouldBe(("ada", Core.Commands.Role.Reader, (DateTimeZone?)null));
        rig.RaisedOnce(trouble => trouble.What.Contains("users:read", StringComparison.Ordinal));
    }

    private static Task<CommandRig> StartAsync(Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> settings) =>
        CommandRig.StartAsync(CommandRig.Calm, settings, _ => { });
}
