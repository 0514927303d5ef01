using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Deadlines;

public sealed class SetDeadlineTests
{
    [Fact]
    public async Task Says_what_changed_and_tells_nobody_where_nobody_saw_it()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("/talks deadline set us-japan-autos D1 label:\"tariffs on 13 models\" consequence:\"a 100% duty\" by:\"the White House\"");

        reply.ShouldBe("""
            D1 changed · US–Japan automotive talks: tariffs on 13 models
            Label: “100% tariffs on luxury cars” → “tariffs on 13 models”
            Consequence: none → “a 100% duty”
            Set by: none → “the White House”
            """);
        (await desk.PostsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alert_that_stands_reads_so_and_its_channel_alone_is_told()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: true);

        var reply = await desk.DoneAsync("/talks deadline set us-japan-autos D1 label:\"tariffs on 13 models\" consequence:\"a 100% duty\"");

        reply.ShouldEndWith("The one channel that saw it is told, and its alerts read so.");
        var posts = await desk.PostsAsync();
        var edit = posts.Single(post => post.Act is DeliveryAct.Edit);
        PostText.Write(edit.Post).ShouldStartWith("24 h to go · US–Japan automotive talks: tariffs on 13 models\n");
        PostText.Write(edit.Post).ShouldContain("If it passes: a 100% duty");
        var news = posts.Single(post => post.Kind is DeliveryKind.Reworded);
        (news.Channel.Channel, news.Priority).ShouldBe(("tokyo", WirePriority.Regular));
        PostText.Write(news.Post).ShouldBe("""
            Now reads · US–Japan automotive talks: tariffs on 13 models
            Was: 100% tariffs on luxury cars
            If it passes: a 100% duty
            Said before: nothing
            by Anna
            """);
    }

    [Fact]
    public async Task An_alert_that_waits_is_reworded_without_a_word()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: false);

        await desk.DoneAsync("/talks deadline set us-japan-autos D1 label:\"tariffs on 13 models\"");

        var posts = await desk.PostsAsync();
        posts.Single(post => post.Kind is DeliveryKind.Countdown && post.Act is DeliveryAct.Post).Post.Heading.ShouldContain("tariffs on 13 models");
        posts.ShouldNotContain(post => post.Kind == DeliveryKind.Reworded);
    }

    [Fact]
    public async Task Who_set_it_stands_in_no_alert_so_nobody_is_told()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: true);

        await desk.DoneAsync("/talks deadline set us-japan-autos D1 by:\"the White House\" reported:\"midnight\"");

        (await desk.PostsAsync()).ShouldHaveSingleItem();
        (await desk.DoneAsync("/talks deadline list us-japan-autos")).ShouldContain("As reported: “midnight”");
    }

    [Theory]
    [InlineData("consequence:none")]
    [InlineData("consequence:\"\"")]
    public async Task Nothing_may_be_said_of_it_any_more(string typed)
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline set us-japan-autos D1 consequence:\"a 100% duty\"");

        await desk.DoneAsync($"/talks deadline set us-japan-autos D1 {typed}");

        (await desk.TalksAsync()).Deadlines[0].Consequence.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_undone_wherever_it_was_told_and_says_what_it_reads_again()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: true);
        await desk.DoneAsync("/talks deadline set us-japan-autos D1 label:\"tariffs on 13 models\"");

        var undone = await desk.DoneAsync("/talks undo");

        undone.ShouldContain("D1 reads again: label “100% tariffs on luxury cars”");
        (await desk.TalksAsync()).Deadlines[0].Label.ShouldBe("100% tariffs on luxury cars");
        var posts = await desk.PostsAsync();
        posts.Where(post => post.Kind is DeliveryKind.Reworded).ShouldAllBe(post => post.State == DeliveryState.Cancelled);
        posts.Where(post => post.Act is DeliveryAct.Edit).ShouldAllBe(edit => edit.State == DeliveryState.Cancelled);
    }

    [Fact]
    public async Task The_history_keeps_how_it_read()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks deadline set us-japan-autos D1 label:\"tariffs on 13 models\"");

        (await desk.DoneAsync("/talks deadline history us-japan-autos D1")).ShouldContain("Label “tariffs on 13 models”, was “100% tariffs on luxury cars” – set by Anna on ");
        (await desk.DoneAsync("/talks since 6h us-japan-autos")).ShouldContain("label “tariffs on 13 models”, was “100% tariffs on luxury cars”");
    }

    [Theory]
    [InlineData("D1", "Say what changes: label, consequence, reported, by, repeat; when it falls is for /talks deadline move.")]
    [InlineData("D1 label:\"100% tariffs on luxury cars\"", "D1 already reads like that.")]
    [InlineData("D1 label:\"\"", "The label is empty; say it in words.")]
    [InlineData("D2 label:list", "These talks have no such deadline; there is D1.")]
    public async Task Refuses_what_cannot_be(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        (await desk.RefusedAsync($"/talks deadline set us-japan-autos {typed}")).ShouldBe(why);
    }
}
