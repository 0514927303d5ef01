using TalksBot.Core.Platforms;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>A whole night in a channel that sleeps from 22:00 to 07:00 in New York.</summary>
public sealed class QuietNightTests
{
    private static readonly Instant Evening = Instant.FromUtc(1995, 6, 28, 1, 0);
    private static readonly Instant Waking = Instant.FromUtc(1995, 6, 28, 11, 0);

    [Fact]
    public async Task Is_told_in_the_morning_on_time()
    {
        await using var bot = await SleepingAsync();

        await bot.AdvanceToAsync(Waking + Duration.FromHours(1));

        var seen = bot.Seen.ShouldHaveSingleItem();
        (seen.At, seen.Post.Cause.Kind).ShouldBe((Waking, DeliveryKind.Bundle));
        seen.Text.ShouldStartWith("While this channel slept (22:00–07:00) · US–Japan automotive talks: 1 update and 1 countdown");
        seen.Text.ShouldContain("D1 100% tariffs on Japanese luxury cars: 16 h 59 min to go at 07:00");
        seen.Text.ShouldNotContain("Never shown");
    }

    [Fact]
    public async Task A_restart_in_the_night_loses_nothing()
    {
        await using var before = await SleepingAsync();

        await using var after = await before.RestartAsync(Duration.FromHours(2));
        await after.AdvanceToAsync(Waking + Duration.FromHours(1));

        after.Seen.ShouldHaveSingleItem().At.ShouldBe(Waking);
    }

    [Fact]
    public async Task A_morning_slept_through_is_labelled()
    {
        await using var before = await SleepingAsync();

        await using var after = await before.RestartAsync(Waking + Duration.FromHours(2) - before.Clock.GetCurrentInstant());
        await after.SettleAsync();

        var seen = after.Seen.ShouldHaveSingleItem();
        seen.Text.ShouldStartWith("LATE 2 h · While this channel slept");
        seen.Text.ShouldContain("\nDue 07:00 Washington\n");
        seen.Text.ShouldContain("14 h 59 min to go at 09:00");
    }

    [Fact]
    public async Task A_channel_muted_in_the_night_is_told_nothing()
    {
        await using var bot = await SleepingAsync();
        bot.Platform.Trouble = _ => new PostOutcome.ChannelGone("it was archived");
        await bot.DoAsync("/talks update add us-japan-autos tier:official priority:urgent \"They walked out\" \"US officials\"");
        await bot.SettleAsync();
        bot.Platform.Trouble = _ => null;

        await bot.AdvanceToAsync(Waking + Duration.FromHours(1));

        bot.Seen.ShouldNotContain(seen => seen.Post.Cause.Kind == DeliveryKind.Bundle);
    }

    /// <summary>02:59 in the night: an update and the 21-hour alert are held.</summary>
    private static async Task<TestBot> SleepingAsync()
    {
        var bot = await FoundingNight.StartAsync(Evening, "21h, 0", "desk");
        await bot.DoAsync("/talks follow set us-japan-autos quiet:22:00-07:00");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 3, 0));
        await bot.DoAsync("/talks update add us-japan-autos tier:official \"A word\" \"US officials\"");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 7, 0));
        return bot;
    }
}
