using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests.Follows;

public sealed class ThreadTests
{
    [Fact]
    public async Task A_thread_is_begun_once_though_it_is_wanted_twice()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos thread:yes");
        await desk.SayAsync("follow set us-japan-autos thread:no");
        await desk.SayAsync("follow set us-japan-autos thread:yes");

        (await desk.DeliveriesAsync(DeliveryKind.Thread)).ShouldHaveSingleItem().Post.Title.ShouldBe("Thread · US–Japan automotive talks");
        (await desk.SayAsync("follow show us-japan-autos")).ShouldContain("in a thread");
        (await desk.SayAsync("follow show us-japan-autos channel:terminal:desk")).ShouldContain("in a thread of the channel, once it is open");
    }

    [Fact]
    public async Task Where_the_platform_has_none_that_is_said_at_once()
    {
        await using var desk = await NewsDesk.OpenAsync(new StubPlatform("terminal", new ChannelCheck.Ready()));

        (await desk.RefusedAsync("follow add us-japan-autos thread:yes")).ShouldBe("terminal has no threads; leave thread out, and posts come in the channel itself.");
    }

    [Fact]
    public async Task A_file_keeps_that_it_is_wanted_and_a_replay_says_it()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos thread:yes");

        var file = TalksFile.Read(TalksFile.Write([await desk.TalksAsync()])).ShouldBeOfType<TalksFileReading.Understood>().File;

        Negotiation.Restore(file.Talks[0]).Follows.ShouldHaveSingleItem().Settings.Thread.ShouldBeTrue();
        Story.Of(file).Steps.ShouldContain(step => step.Line.Contains("follow add", StringComparison.Ordinal) && step.Line.Contains("thread:\"yes\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taken_back_posts_come_in_the_channel()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        await desk.SayAsync("follow set us-japan-autos thread:yes");

        await desk.SayAsync("undo");

        (await desk.TalksAsync()).Follows[0].Settings.Thread.ShouldBeFalse();
    }
}
