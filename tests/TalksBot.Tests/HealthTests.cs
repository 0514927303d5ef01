using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>What the desk says of itself.</summary>
public sealed class HealthTests
{
    private static readonly Instant Noon = Instant.FromUtc(1995, 6, 28, 16, 0);

    [Fact]
    public async Task A_desk_with_nothing_amiss_says_so()
    {
        await using var bot = await FoundingNight.StartAsync(Noon, "0", "desk");

        var reply = await bot.SayAsync("/talks health");

        reply.TellsOfTrouble.ShouldBeFalse(PostText.Write(reply.Body));
        var text = PostText.Write(reply.Body);
        text.ShouldStartWith("The desk is well");
        text.ShouldContain("nothing waits");
        text.ShouldContain("on time; next at ");
        text.ShouldContain("none yet; the first follows soon");
        text.ShouldContain("B free; the database has ");
        text.ShouldNotContain("AMISS");
    }

    [Fact]
    public async Task A_dead_platform_and_what_waits_for_it_are_named()
    {
        await using var bot = await FoundingNight.StartAsync(Noon, "11h, 0", "desk");
        bot.Platform.IsDown = true;
        await bot.AdvanceAsync(Duration.FromHours(2));

        var reply = await bot.SayAsync("/talks health");

        reply.TellsOfTrouble.ShouldBeTrue();
        var text = PostText.Write(reply.Body);
        text.ShouldStartWith("Something is amiss at the desk");
        text.ShouldContain("AMISS: 1 post waiting, the first for 1 h");
    }

    [Fact]
    public async Task A_copy_that_is_too_old_is_amiss()
    {
        await using var bot = await TestBot.StartAsync(new Core.Times.SimulatedClock(Noon), new BotSurroundings { KeepsUp = true });
        await bot.DoAsync("/talks open steel \"Steel talks\" follow:no");
        await bot.AdvanceAsync(Duration.FromMinutes(2));
        await Testing.Eventually.IsTrueAsync(async () =>
        {
            await bot.AdvanceAsync(Duration.FromMinutes(1));
            return PostText.Write((await bot.SayAsync("/talks health")).Body).Contains("12:", StringComparison.Ordinal);
        });
        Directory.Delete(bot.Copies, recursive: true);

        await bot.AdvanceAsync(Duration.FromHours(30));

        PostText.Write((await bot.SayAsync("/talks health")).Body).ShouldContain("AMISS: 12:");
    }

    [Fact]
    public async Task It_is_for_editors()
    {
        await using var bot = await TestBot.StartAsync(Noon);

        var reply = await bot.SayAsync("/talks health", new Caller("Ann", Role.Reporter, new ChannelAddress("terminal", "", "desk")));

        reply.Refused.ShouldBeTrue();
        reply.Body.Heading.ShouldContain("needs the role editor");
    }
}
