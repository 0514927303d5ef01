using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Deadlines;

public sealed class SettleDeadlineTests
{
    [Fact]
    public async Task A_met_deadline_cancels_its_own_rungs_only()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline add us-japan-autos \"in 30m\" \"first list\"");

        var reply = await desk.DoneAsync("/talks deadline met us-japan-autos D1 note:\"Signed.\"");

        reply.ShouldBe("""
            D1 met · US–Japan automotive talks: 100% tariffs on luxury cars
            It was to fall 23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            Cancelled: the 24-hour, 1-hour and deadline alerts
            """);
        (await desk.AheadAsync(MomentKind.Countdown)).ShouldBe([Duration.Zero]);
        (await desk.TalksAsync()).Changes[^1].After.ShouldBe(new ChangeValue.Ending(DeadlineState.Met) { Note = "Signed." });
    }

    [Theory]
    [InlineData("met", WirePriority.Bulletin, "@newsroom")]
    [InlineData("withdraw", WirePriority.Urgent, null)]
    public async Task Everybody_who_heard_of_it_is_told(string verb, WirePriority priority, string? mention)
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: true);
        await desk.UnfollowAsync("terminal:tokyo");

        await desk.DoneAsync($"/talks deadline {verb} us-japan-autos D1 note:\"They say so.\"");

        var posts = (await desk.PostsAsync()).Where(post => post.Kind == DeliveryKind.Outcome).ToList();
        posts.Select(post => post.Channel.Channel).ShouldBe(["washington", "tokyo"], ignoreOrder: true);
        posts.ShouldAllBe(post => post.Subject == "D1" && post.Priority == priority && post.Post.Mention == mention);
        PostText.Write(posts[0].Post).ShouldContain("\nThey say so.\n");
    }

    [Fact]
    public async Task A_withdrawn_deadline_is_kept_as_withdrawn()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("/talks deadline withdraw us-japan-autos D1");

        reply.ShouldStartWith("D1 withdrawn · US–Japan automotive talks: 100% tariffs on luxury cars\n");
        (await desk.TalksAsync()).Deadlines[0].State.ShouldBe(DeadlineState.Withdrawn);
    }

    [Fact]
    public async Task A_deadline_met_after_it_passed_ends_the_reminders()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.PassDeadlineAsync();

        var reply = await desk.DoneAsync("/talks deadline met us-japan-autos D1");

        reply.ShouldEndWith("\nNo alert was still to come.");
        (await desk.AheadAsync(MomentKind.Nudge)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("met")]
    [InlineData("withdraw")]
    public async Task Nothing_threatens_any_more_once_it_is_ended(string verb)
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline add us-japan-autos \"in 30h\" \"first list\" consequence:\"The list takes force\"");

        var reply = await desk.DoneAsync($"/talks deadline {verb} us-japan-autos D2");

        foreach (var text in (await desk.PostsAsync()).Select(post => PostText.Write(post.Post)).Append(reply).Append(await desk.DoneAsync("/talks deadline list")).Append(await desk.DoneAsync("/talks digest")))
        {
            text.ShouldNotContain("If it passes");
            text.ShouldNotContain("takes force");
        }
    }

    [Theory]
    [InlineData("met", "D1 cannot be met: it is already withdrawn; set a new one with deadline add.")]
    [InlineData("withdraw", "D1 cannot be withdrawn: it is already withdrawn; set a new one with deadline add.")]
    public async Task Refuses_to_end_it_twice(string verb, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline withdraw us-japan-autos D1");

        var refusal = await desk.RefusedAsync($"/talks deadline {verb} us-japan-autos D1");

        refusal.ShouldBe(why);
    }
}
