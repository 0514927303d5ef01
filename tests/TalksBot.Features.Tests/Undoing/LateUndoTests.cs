using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Undoing;

/// <summary>After five minutes an editor can take any change back, and is shown first what that would do.</summary>
public sealed class LateUndoTests
{
    [Fact]
    public async Task Is_shown_first_with_what_holds_again_and_nothing_is_done()
    {
        await using var desk = await MovedAsync();

        var preview = await desk.RunAsync("undo", Editor("Ann"));

        preview.IsPreview.ShouldBeTrue(PostText.Write(preview.Body));
        preview.Body.Heading.ShouldBe("Nothing is posted yet: this would tell 1 channel");
        PostText.Write(preview.Body).ShouldContain("D1 stands at 23:59 Washington Wed 28 Jun");
        preview.Body.Buttons.Select(button => button.Label).ShouldBe(["Post", "Cancel"]);
        (await desk.TalksAsync()).Deadlines[0].State.ShouldBe(DeadlineState.Moved);
        (await desk.DeliveriesAsync(DeliveryKind.Undone)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_done_once_it_is_agreed_to_and_offers_no_undo_where_Post_was()
    {
        await using var desk = await MovedAsync();
        var preview = await desk.RunAsync("undo", Editor("Ann"));

        var done = await desk.RunAsync(preview.Body.Buttons[0].Command, Editor("Ann"));

        done.Body.Heading.ShouldBe("Undone: deadline move of D1");
        done.Body.Buttons.ShouldBeEmpty();
        (await desk.TalksAsync()).Deadlines[0].State.ShouldBe(DeadlineState.Standing);
        (await desk.RunAsync(preview.Body.Buttons[0].Command, Editor("Ann"))).Body.Heading.ShouldBe("That was undone already, by Ann.");
    }

    [Fact]
    public async Task Of_somebody_elses_change_by_its_number_in_the_audit()
    {
        await using var desk = await MovedAsync();
        var number = (await desk.TalksAsync()).Changes[^1].Id;

        var whole = await desk.RunAsync($"audit change:{number}", Editor("Ben"));
        var preview = await desk.RunAsync($"undo {number}", Editor("Ben"));

        whole.Body.Buttons.ShouldHaveSingleItem().Label.ShouldBe("Undo");
        PostText.Write(preview.Body).ShouldContain("Undone: deadline move of D1, by Ann");
    }

    [Fact]
    public async Task Of_what_nobody_was_told_asks_too()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.RunAsync("point add us-japan-autos glass", Editor("Ann"));
        desk.Clock.Advance(Duration.FromMinutes(6));

        var preview = await desk.RunAsync("undo", Editor("Ann"));

        preview.Body.Heading.ShouldBe("Nothing is done yet, and nobody would be told");
        (await desk.TalksAsync()).Points.ShouldHaveSingleItem();
        await desk.RunAsync(preview.Body.Buttons[0].Command, Editor("Ann"));
        (await desk.TalksAsync()).Points.ShouldBeEmpty();
    }

    [Fact]
    public async Task Within_five_minutes_nobody_is_asked()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.RunAsync("point add us-japan-autos glass", Editor("Ann"));
        desk.Clock.Advance(Duration.FromMinutes(5));

        (await desk.RunAsync("undo", Editor("Ann"))).IsPreview.ShouldBeFalse();
    }

    [Fact]
    public async Task Is_refused_to_a_reporter()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.RunAsync("session add us-japan-autos \"in 5h\"", Editor("Cleo") with { Role = Role.Reporter });
        desk.Clock.Advance(Duration.FromMinutes(6));

        var reply = await desk.RunAsync("undo", Editor("Cleo") with { Role = Role.Reporter });

        reply.Body.Heading.ShouldBe("That is more than 5 minutes ago, so only an editor can take it back; or change it with a new command.");
    }

    [Fact]
    public async Task Is_refused_where_later_changes_build_on_it()
    {
        await using var desk = await MovedAsync();
        var number = (await desk.TalksAsync()).Changes[^1].Id;
        await desk.SayAsync("deadline move us-japan-autos D1 +1h");

        (await desk.RefusedAsync($"undo {number} confirm:yes")).ShouldStartWith("D1 was changed again since,");
    }

    [Fact]
    public async Task Whoever_agreed_to_a_change_of_roles_has_no_undo_where_that_was()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var done = await desk.RunAsync("role grant discord:main/user/7 editor confirm:yes", Editor("Ann") with { Role = Role.Chief });

        done.Body.Buttons.Select(button => button.Label).ShouldBe(["Roles", "Undo"]);
    }

    private static Caller Editor(string name) => new(name, Role.Editor, new ChannelAddress("terminal", "", "desk"));

    /// <summary>D1 was moved six minutes ago, which another channel was told.</summary>
    private static async Task<NewsDesk> MovedAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:wire digest:none");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"");
        await desk.SayAsync("deadline move us-japan-autos D1 +36h");
        foreach (var delivery in await desk.DeliveriesAsync(DeliveryKind.DeadlineMoved))
        {
            await desk.ChangeAsync(db =>
            {
                var sent = db.Deliveries.Single(known => known.Id == delivery.Id);
                sent.RecordSent("1", sent.Post, desk.Now);
            });
        }

        desk.Clock.Advance(Duration.FromMinutes(6));
        return desk;
    }
}
