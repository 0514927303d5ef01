using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Sessions;

public sealed class SetSessionTests
{
    [Fact]
    public async Task Says_what_changed_and_tells_nobody_where_nobody_saw_it()
    {
        await using var desk = await WithSessionAsync();

        var reply = await desk.DoneAsync("/talks session set us-japan-autos S1 place:\"US mission\" who:none until:16:30", Role.Reporter);

        reply.ShouldBe("""
            S1 changed · US–Japan automotive talks: US mission
            Place: none → “US mission”
            Who: “the ministers” → none
            Until: Tue 27 Jun 1995 15:00 Geneva → Tue 27 Jun 1995 16:30 Geneva
            """);
        (await desk.PostsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alert_that_stands_reads_so_and_its_channels_are_told()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos digest:none");
        await desk.SayAsync("session add us-japan-autos \"in 40 minutes\" who:\"the ministers\" place:Geneva");
        await desk.ClaimAsync(Core.Agenda.MomentKind.Session, NewsDesk.Tuesday + Duration.FromMinutes(10));
        await desk.ChangeAsync(db =>
        {
            var alert = db.Deliveries.Single(delivery => delivery.Rung != null);
            alert.RecordSent("1", alert.Post, desk.Now);
        });

        await desk.SayAsync("session set us-japan-autos S1 place:\"US mission\"");

        var edit = (await desk.DeliveriesAsync(DeliveryKind.Session)).Single(delivery => delivery.Act is DeliveryAct.Edit).Post;
        edit.Title.ShouldBe("Starts in 30 min · US–Japan automotive talks: the ministers, US mission");
        edit.Buttons.Select(button => button.Label).ShouldBe(["Started", "Moved…", "Cancelled"]);
        var news = (await desk.DeliveriesAsync(DeliveryKind.Reworded)).ShouldHaveSingleItem();
        PostText.Write(news.Post).ShouldStartWith("Now reads · US–Japan automotive talks: the ministers, US mission\n");
        PostText.Write(news.Post).ShouldContain("\nwas the ministers, Geneva\n");
    }

    [Fact]
    public async Task Edit_holds_what_is_said()
    {
        await using var desk = await WithSessionAsync();

        var reply = await desk.SayAsync("/talks session set us-japan-autos S1 place:\"US mission\"");

        var edit = reply.Body.Buttons[0];
        (edit.Label, edit.OpensForm).ShouldBe(("Edit", true));
        edit.Command.ShouldBe("/talks session set talks:us-japan-autos session:S1 place:\"US mission\" who:\"the ministers\" until:\"Tue 27 Jun 1995 15:00 Geneva\" repeat:none");
        (await desk.RefusedAsync(edit.Command)).ShouldBe("S1 already reads like that.");
    }

    [Fact]
    public async Task A_planned_end_can_be_taken_away_and_that_undone()
    {
        await using var desk = await WithSessionAsync();

        await desk.DoneAsync("/talks session set us-japan-autos S1 until:none");
        var without = (await desk.TalksAsync()).Sessions[0].EndsAt;
        var undone = await desk.DoneAsync("/talks undo");

        without.ShouldBeNull();
        undone.ShouldContain("S1 reads again: until Tue 27 Jun 1995 15:00 Geneva");
        TimeWording.Full((await desk.TalksAsync()).Sessions[0].EndsAt!).ShouldBe("Tue 27 Jun 1995 15:00 Geneva");
    }

    [Theory]
    [InlineData("S1", "Say what changes: place, who, until, repeat; when it starts is for /talks session move.")]
    [InlineData("S1 who:\"the ministers\"", "S1 already reads like that.")]
    [InlineData("S1 until:\"26 Jun 1995 15:00\"", "Mon 26 Jun 1995 15:00 Geneva is not after the start")]
    [InlineData("S2 who:nobody", "These talks have no such session; there is S1.")]
    public async Task Refuses_what_cannot_be(string typed, string why)
    {
        await using var desk = await WithSessionAsync();

        (await desk.RefusedAsync($"/talks session set us-japan-autos {typed}")).ShouldStartWith(why);
    }

    [Theory]
    [InlineData("cancel", "S1 was cancelled, so it has no end; leave until out.")]
    [InlineData("end", "Tue 27 Jun 1995 18:00 Geneva is still to come, and S1 is over; write when it ended.")]
    public async Task The_end_of_what_is_over_is_when_it_ended(string over, string why)
    {
        await using var desk = await WithSessionAsync();
        desk.Clock.Advance(Duration.FromHours(7));
        await desk.DoneAsync($"/talks session {over} us-japan-autos S1");

        (await desk.RefusedAsync("/talks session set us-japan-autos S1 until:18:00")).ShouldBe(why);
    }

    /// <summary>From 14:00 to 15:00 in Geneva, planned at 8.</summary>
    private static async Task<TestDesk> WithSessionAsync()
    {
        var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks session add us-japan-autos \"27 Jun 14:00-15:00\" who:\"the ministers\"");
        return desk;
    }
}
