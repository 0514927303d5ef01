using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Deadlines;

public sealed class MoveAllDeadlinesTests
{
    [Fact]
    public async Task Every_deadline_to_come_moves_by_one_change_one_post_and_one_undo()
    {
        await using var desk = await WithTwoAsync();

        var reply = await desk.DoneAsync("/talks deadline move us-japan-autos all +24h note:\"They go on.\"");

        reply.ShouldStartWith("2 deadlines moved · US–Japan automotive talks\nD1 23:59 Washington Thu 29 Jun");
        (await TimesAsync(desk)).ShouldBe(["Thu 29 Jun 1995 23:59 Washington", "Sat 1 Jul 1995 17:00 Geneva", "Tue 27 Jun 1995 17:00 Geneva"]);
        var posts = (await desk.PostsAsync()).Where(post => post.Kind is DeliveryKind.DeadlineMoved).ToList();
        posts.Count.ShouldBe(2);
        PostText.Write(posts[0].Post).ShouldBe("""
            Moved 24 h later · US–Japan automotive talks: all 2 deadlines
            D1 100% tariffs on luxury cars
            now 23:59 Washington Thu 29 Jun · 05:59 Geneva Fri 30 Jun (+1) · 12:59 Tokyo Fri 30 Jun (+1)
            D2 the list
            now 17:00 Geneva Sat 1 Jul · 11:00 Washington Sat 1 Jul · 00:00 Tokyo Sun 2 Jul (+1)
            They go on. (by Anna)
            """);

        await desk.DoneAsync("/talks undo");

        (await TimesAsync(desk)).ShouldBe(["Wed 28 Jun 1995 23:59 Washington", "Fri 30 Jun 1995 17:00 Geneva", "Tue 27 Jun 1995 17:00 Geneva"]);
    }

    [Fact]
    public async Task Is_previewed_and_agreed_to_once()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:wire digest:none");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" tariffs");
        await desk.SayAsync("deadline add us-japan-autos \"30 Jun 1995 17:00\" \"the list\"");
        var caller = new Caller("Ann", Role.Editor, new ChannelAddress("terminal", "", "desk"));

        var preview = await desk.RunAsync("deadline move us-japan-autos all +24h", caller);
        var between = (await desk.TalksAsync()).Deadlines.Count(deadline => deadline.State is DeadlineState.Moved);
        await desk.RunAsync(preview.Body.Buttons[0].Command, caller);

        preview.Body.Heading.ShouldBe("Nothing is posted yet: this would tell 1 channel");
        PostText.Write(preview.Body).ShouldContain("Moved 24 h later · US–Japan automotive talks: all 2 deadlines");
        between.ShouldBe(0);
        (await desk.TalksAsync()).Deadlines.ShouldAllBe(deadline => deadline.State == DeadlineState.Moved);
        (await desk.DeliveriesAsync(DeliveryKind.DeadlineMoved)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("\"30 Jun 1995 17:00\"", "All deadlines are moved by a span, such as +24h or -90m; give each its own time to move them apart.")]
    [InlineData("24h", "All deadlines are moved by a span, such as +24h or -90m; give each its own time to move them apart.")]
    [InlineData("someday", "All deadlines are moved by a span, such as +24h or -90m; give each its own time to move them apart.")]
    [InlineData("-50h", "D1: ")]
    public async Task Refuses_what_is_no_span_or_leads_into_the_past(string typed, string why)
    {
        await using var desk = await WithTwoAsync();

        (await desk.RefusedAsync($"/talks deadline move us-japan-autos all {typed}")).ShouldStartWith(why);
    }

    [Fact]
    public async Task Refuses_where_none_is_to_come()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline met us-japan-autos D1");

        (await desk.RefusedAsync("/talks deadline move us-japan-autos all +24h")).ShouldBe("No deadline of these talks is still to come, so there is none to move.");
    }

    /// <summary>Two to come, and one that is settled.</summary>
    private static async Task<TestDesk> WithTwoAsync()
    {
        var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline add us-japan-autos \"30 Jun 1995 17:00\" \"the list\"");
        await desk.DoneAsync("/talks deadline add us-japan-autos \"27 Jun 1995 17:00\" \"the reply\"");
        await desk.DoneAsync("/talks deadline met us-japan-autos D3");
        return desk;
    }

    private static async Task<IEnumerable<string>> TimesAsync(TestDesk desk) => (await desk.TalksAsync()).Deadlines.Select(deadline => TimeWording.Full(deadline.At));
}
