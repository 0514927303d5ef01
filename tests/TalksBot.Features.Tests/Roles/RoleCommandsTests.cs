using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Tests.Roles;

public sealed class RoleCommandsTests
{
    private const string There = "discord:main/900";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("discord:main/user/456", "discord:main/user/456", "discord:main/user/456")]
    [InlineData("slack:main/group/S0123", "slack:main/group/S0123", "A group on slack:main (S0123)")]
    [InlineData("<@456>", "discord:main/user/456", "discord:main/user/456")]
    [InlineData("<@!456>", "discord:main/user/456", "discord:main/user/456")]
    [InlineData("<@&123>", "discord:main/role/123", "discord:main/role/123")]
    [InlineData("<!subteam^S1|@desk>", "discord:main/group/S1", "discord:main/group/S1")]
    public async Task A_role_given_counts_at_once_and_is_kept(string typed, string holder, string called)
    {
        await using var desk = await NewsDesk.OpenAsync();

        var answer = await desk.SayAsync($"role grant \"{typed}\" editor", There);

        answer.ShouldStartWith($"{called} has the role editor from now on");
        ChannelAddress.TryParse(holder, out var address).ShouldBeTrue();
        desk.Roles.Grants.Of(address!).ShouldBe(Role.Editor);
        (await desk.ReadAsync(db => db.GivenRoles.SingleAsync(Token))).To.ShouldBe(address);
    }

    [Fact]
    public async Task Whoever_gave_a_command_once_is_called_by_name()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var bob = new Caller("Bob (bob)", Role.Reporter, new ChannelAddress("slack", "main", "C1")) { Person = "slack:main/user/U02BOB", HasAgreed = true };
        await desk.RunAsync("update add us-japan-autos tier:official \"They agreed\" \"US officials\"", bob);

        (await desk.SayAsync("role grant slack:main/user/U02BOB editor")).ShouldStartWith("Bob (bob) on slack:main has the role editor from now on\n");
        (await desk.SayAsync("role same slack:main/user/U02BOB discord:main/user/456")).ShouldStartWith("Bob (bob) on slack:main and a person on discord:main (456) are one person from now on\n");
        (await desk.SayAsync("role list")).ShouldContain("editor · Bob (bob) on slack:main\n");
        (await desk.SayAsync("undo")).ShouldStartWith("Undone: role same\n");
        (await desk.SayAsync("role revoke slack:main/user/U02BOB")).ShouldStartWith("Bob (bob) on slack:main has the role editor no more\n");
    }

    [Fact]
    public async Task A_role_taken_away_counts_no_more_and_every_change_is_kept()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("role grant discord:main/user/456 reporter");
        await desk.SayAsync("role grant discord:main/user/456 editor");

        await desk.SayAsync("role revoke discord:main/user/456");

        desk.Roles.Grants.All.ShouldBeEmpty();
        var changes = await desk.ReadAsync(db => db.Changes.Where(change => change.NegotiationId == null).OrderBy(change => change.Id).ToListAsync(Token));
        changes.Select(change => $"{change.Subject} {change.Verb} {change.Before}>{change.After} {change.By} {change.Where} {change.Act.Length}").ShouldBe(
        [
            "discord:main/user/456 Granted >reporter Ann terminal:desk 10",
            "discord:main/user/456 Granted reporter>editor Ann terminal:desk 10",
            "discord:main/user/456 Revoked editor> Ann terminal:desk 10",
        ]);
    }

    [Theory]
    [InlineData("role grant nobody editor", "“nobody” is nobody; write a person, role or group such as")]
    [InlineData("role grant discord:main/900 editor", "“discord:main/900” is nobody;")]
    [InlineData("role grant terminal:user/1 editor", "“terminal:user/1” is nobody;")]
    [InlineData("role grant \"discord:main/user/<@everyone>\" editor", "“discord:main/user/<@everyone>” is nobody;")]
    [InlineData("role grant <@456> editor", "Nobody can be mentioned from terminal:desk;")]
    [InlineData("role revoke discord:main/user/456", "A person on discord:main (456) has no role; /talks role list shows who has one.")]
    public async Task Refuses_who_is_nobody(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(line)).ShouldStartWith(why);
        (await desk.ReadAsync(db => db.GivenRoles.AnyAsync(Token))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("role list")]
    [InlineData("role grant discord:main/user/456 reporter")]
    [InlineData("role revoke discord:main/user/456")]
    public async Task Only_a_chief_is_let_near_roles(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(line, Role.Editor)).ShouldContain("needs the role chief; ask somebody who has it");
    }

    [Theory]
    [InlineData("role revoke discord:main/user/7")]
    [InlineData("role grant discord:main/user/7 editor")]
    public async Task The_last_chief_cannot_remove_or_lower_themself(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("role grant discord:main/user/7 chief");

        var refused = await desk.RunAsync(line, There, Role.Chief);

        refused.Refused.ShouldBeTrue();
        refused.Body.Heading.ShouldContain("the last chief cannot remove or lower themself; make somebody else chief first.");
        desk.Roles.Grants.All.ShouldHaveSingleItem().Role.ShouldBe(Role.Chief);
    }

    [Fact]
    public async Task One_of_two_chiefs_may_go_and_the_terminal_may_take_the_last()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("role grant discord:main/user/7 chief");
        await desk.SayAsync("role grant discord:main/role/8 chief", There);

        await desk.SayAsync("role revoke discord:main/user/7", There);
        var last = await desk.SayAsync("role revoke discord:main/role/8");

        last.ShouldContain("No chief is named on discord:main now, so the platform's own administrators are chiefs there.");
        desk.Roles.Grants.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_chief_of_a_connection_is_asked_for_twice()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var caller = new Caller("Ada", Role.Chief, new ChannelAddress("discord", "main", "900"));

        var asked = await desk.RunAsync("role grant <@7> chief", caller);
        var before = desk.Roles.Grants.All.Count;
        await desk.RunAsync(asked.Body.Buttons[0].Command, caller);

        asked.IsPreview.ShouldBeTrue();
        asked.Body.Heading.ShouldContain("discord:main/user/7 would be the first chief named on discord:main");
        before.ShouldBe(0);
        (await desk.ReadAsync(db => db.Changes.CountAsync(change => change.Verb == ChangeVerb.Granted, Token))).ShouldBe(1);
        desk.Roles.Grants.NamesChiefs("discord:main").ShouldBeTrue();
    }

    [Theory]
    [InlineData("role grant <@7> chief")]
    [InlineData("update break us-japan-autos #1 \"it is out\"")]
    [InlineData("deadline move us-japan-autos D1 +1h")]
    [InlineData("close us-japan-autos")]
    public async Task Undo_never_stands_where_the_yes_was(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"in 30h\" \"tariffs\"");
        await desk.SayAsync("update add us-japan-autos tier:official \"They agreed\" \"US officials\" embargo:\"in 6h\"");
        await desk.SayAsync("follow add us-japan-autos channel:terminal:wire");
        var caller = new Caller("Ada", Role.Chief, new ChannelAddress("discord", "main", "900"));

        var asked = await desk.RunAsync(line, caller);
        var done = await desk.RunAsync(asked.Body.Buttons[0].Command, caller);

        asked.IsPreview.ShouldBeTrue();
        done.Refused.ShouldBeFalse();
        done.Body.Buttons.Count.ShouldBeGreaterThan(1);
        done.Body.Buttons[0].Label.ShouldNotBe("Undo");
        (await desk.RunAsync(asked.Body.Buttons[0].Command, caller)).Body.Heading.ShouldNotStartWith("Undone");
    }

    [Theory]
    [InlineData("role grant discord:main/role/2 reporter", "A role on discord:main (2) has the role editor by the configuration, which chat cannot lower; change TalksBot:Roles and start again.")]
    [InlineData("role grant discord:main/role/2 editor", "A role on discord:main (2) has the role editor already, by the configuration.")]
    [InlineData("role revoke discord:main/role/2", "A role on discord:main (2) has the role editor by the configuration, which chat cannot take away; change TalksBot:Roles and start again.")]
    public async Task What_the_configuration_gives_is_a_floor(string line, string why)
    {
        await using var desk = await NewsDesk.WithAsync($"{RolesOptions.Section}:Editor:0", "discord:main/role/2");

        (await desk.RefusedAsync(line)).ShouldBe(why);
    }

    [Fact]
    public async Task Chat_adds_to_the_configuration_and_the_list_tells_them_apart()
    {
        await using var desk = await NewsDesk.WithAsync($"{RolesOptions.Section}:Editor:0", "discord:main/role/2");
        await desk.SayAsync("role grant discord:main/role/2 chief");

        var list = await desk.SayAsync("role list");

        list.ShouldBe("Roles at the desk\nBy the configuration\neditor · a role on discord:main (2)\nGiven in chat\nchief · a role on discord:main (2)\nEverybody else reads.");
        (await desk.SayAsync("role revoke discord:main/role/2")).ShouldContain("The configuration still gives them the role editor.");
    }

    [Fact]
    public async Task A_new_process_knows_the_roles_given_before()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.ChangeAsync(db => db.GivenRoles.Add(new GivenRole(new ChannelAddress("slack", "main", "user/U1"), Role.Reporter)));

        await desk.LoadRolesAsync();

        desk.Roles.Grants.Of("slack:main", ["user/U1"]).ShouldBe(Role.Reporter);
    }

    [Fact]
    public async Task What_only_asks_for_agreement_changes_nothing()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("update add us-japan-autos tier:official \"They agreed\" \"US officials\" embargo:\"in 6h\"");

        var asked = await desk.RunAsync("update break us-japan-autos #1 \"it is out\"", new Caller("Ada", Role.Chief, new ChannelAddress("terminal", "", "desk")));

        asked.IsPreview.ShouldBeTrue();
        (await desk.TalksAsync()).Updates.ShouldHaveSingleItem().Embargo.ShouldNotBeNull();
        PostText.Write(asked.Body).ShouldNotContain("They agreed");
    }
}
