using TalksBot.Core.Commands;

namespace TalksBot.Features.Tests.Undoing;

/// <summary>A role given or taken away by a slip.</summary>
public sealed class UndoRoleTests
{
    private const string There = "discord:main/900";

    [Fact]
    public async Task Undo_gives_the_role_of_before_and_is_written_down()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("role grant discord:main/user/456 reporter");

        var granted = await desk.RunAsync("role grant discord:main/user/456 editor", There, Role.Chief);
        var undo = granted.Body.Buttons[^1];
        (await desk.SayAsync(undo.Command)).ShouldContain("A person on discord:main (456) has the role reporter again.");

        undo.Label.ShouldBe("Undo");
        desk.Roles.Grants.All.ShouldHaveSingleItem().Role.ShouldBe(Role.Reporter);
        (await desk.SayAsync("audit")).ShouldContain("granted: reporter → editor (undone by Ann)");
        (await desk.RefusedAsync(undo.Command["/talks ".Length..])).ShouldBe("That was undone already, by Ann.");
    }

    [Fact]
    public async Task Undo_of_a_role_first_given_and_of_one_taken_away_goes_both_ways()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var granted = await desk.RunAsync("role grant discord:main/user/456 editor", There, Role.Chief);
        await desk.SayAsync(granted.Body.Buttons[^1].Command);
        desk.Roles.Grants.All.ShouldBeEmpty();

        await desk.SayAsync("role grant discord:main/user/456 reporter");
        var revoked = await desk.RunAsync("role revoke discord:main/user/456", There, Role.Chief);
        await desk.SayAsync(revoked.Body.Buttons[0].Command);

        desk.Roles.Grants.All.ShouldHaveSingleItem().Role.ShouldBe(Role.Reporter);
    }

    [Fact]
    public async Task Undo_keeps_the_rules_of_roles_and_looks_whether_it_was_changed_since()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var chief = await desk.RunAsync("role grant discord:main/user/1 chief", There, Role.Chief);
        var undo = chief.Body.Buttons[^1].Command;

        (await desk.RunAsync(undo, There, Role.Chief)).Body.Heading.ShouldContain("the last chief cannot remove or lower themself");
        (await desk.RunAsync(undo, "terminal:desk", Role.Editor)).Body.Heading.ShouldContain("needs the role chief, and so does taking it back");

        var lowered = await desk.RunAsync("role grant discord:main/user/2 reporter", There, Role.Chief);
        await desk.SayAsync("role grant discord:main/user/2 editor");
        (await desk.RunAsync(lowered.Body.Buttons[^1].Command, There, Role.Chief)).Body.Heading.ShouldContain("was changed again since");
    }
}
