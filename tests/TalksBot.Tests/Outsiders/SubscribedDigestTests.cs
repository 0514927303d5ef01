using TalksBot.Core.Channels;
using TalksBot.Core.Digests;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Editing;

namespace TalksBot.Tests.Outsiders;

/// <summary>Digests for people outside chat.</summary>
public sealed class SubscribedDigestTests
{
    private static readonly ChannelAddress Editor = new("terminal", "", "editor@example.org");
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 26, 9, 0);
    private static readonly Instant First = Instant.FromUtc(1995, 6, 26, 11, 0);
    private static readonly Instant Seven = Instant.FromUtc(1995, 6, 27, 11, 0);

    [Fact]
    public async Task A_digest_comes_each_day_at_its_hour_with_what_came_since_the_last()
    {
        await using var bot = await OpenAsync(talks: null);

        await DigestAsync(bot, First, count: 1);
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await bot.AddAsync("They agreed on parts");
        await DigestAsync(bot, Seven, count: 2);
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await bot.AddAsync("They agreed on engines");
        await DigestAsync(bot, Seven + Duration.FromDays(1), count: 3);

        var digests = Digests(bot);
        digests.Select(digest => digest.Post.DueAt).ShouldBe([First, Seven, Seven + Duration.FromDays(1)]);
        digests.ShouldAllBe(digest => digest.At == digest.Post.DueAt);
        digests[1].Text.ShouldContain("They agreed on parts");
        digests[2].Text.ShouldContain("They agreed on engines");
        digests[2].Text.ShouldNotContain("They agreed on parts");
    }

    [Fact]
    public async Task It_comes_once_over_restarts_and_late_after_an_outage()
    {
        await using var bot = await OpenAsync(FoundingNight.Slug);
        await DigestAsync(bot, First, count: 1);
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await DigestAsync(bot, Seven, count: 2);
        await using var second = await bot.RestartOnSamePlatformAsync(Duration.Zero);
        await DigestAsync(second, Seven + Duration.FromMinutes(20), count: 2);
        await using var third = await second.RestartOnSamePlatformAsync(Duration.FromMinutes(1));
        await DigestAsync(third, Seven + Duration.FromMinutes(50), count: 2);

        await using var late = await third.RestartOnSamePlatformAsync(Duration.FromHours(25));
        await DigestAsync(late, Seven + Duration.FromHours(26), count: 3);

        Digests(late)[2].Text.ShouldStartWith("LATE");
        Digests(late)[2].Post.DueAt.ShouldBe(Seven + Duration.FromDays(1));
    }

    [Fact]
    public async Task What_was_missed_for_long_is_told_by_the_next_one()
    {
        await using var bot = await OpenAsync(FoundingNight.Slug);
        await DigestAsync(bot, First, count: 1);
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await bot.AddAsync("They agreed on parts");
        await bot.AdvanceToAsync(Seven - Duration.FromHours(1));
        await using var again = await bot.RestartOnSamePlatformAsync(Duration.FromHours(12));

        await DigestAsync(again, Seven + Duration.FromHours(12), count: 1);
        await DigestAsync(again, Seven + Duration.FromDays(1), count: 2);

        Digests(again).Select(digest => digest.Post.DueAt).ShouldBe([First, Seven + Duration.FromDays(1)]);
        Digests(again)[1].Text.ShouldContain("They agreed on parts");
    }

    [Fact]
    public async Task Words_under_embargo_killed_words_and_other_talks_are_not_in_it()
    {
        await using var bot = await OpenAsync(FoundingNight.Slug);
        await DigestAsync(bot, First, count: 1);
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await bot.DoAsync("/talks open steel \"Steel talks\"");
        await bot.DoAsync("/talks update add steel \"Of another matter\" \"a senior US official\" tier:unnamed");
        await bot.AddAsync("They sign at noon", "embargo:\"in 40h\"");
        await bot.AddAsync("It is all off");
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #2 \"not so\"");

        await DigestAsync(bot, Seven, count: 2);

        var text = Digests(bot)[^1].Text;
        text.ShouldNotContain("They sign at noon");
        text.ShouldNotContain("It is all off");
        text.ShouldNotContain("Of another matter");
    }

    [Fact]
    public async Task What_is_killed_after_it_was_told_is_taken_back_there_too()
    {
        await using var bot = await OpenAsync(FoundingNight.Slug);
        await DigestAsync(bot, First, count: 1);
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await bot.AddAsync("It is all off");
        await DigestAsync(bot, Seven, count: 2);
        Digests(bot)[^1].Text.ShouldContain("It is all off");

        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await bot.SettleAsync();

        bot.Platform.Edits.Where(edit => edit.Channel == Editor.Channel).ShouldHaveSingleItem().Text.ShouldNotContain("It is all off");
    }

    private static async Task<TestBot> OpenAsync(string? talks)
    {
        WallClock.TryParse("America/New_York", out var clock).ShouldBeTrue();
        var around = new BotSurroundings { Subscriptions = [new DigestSubscription(Editor, talks, new LocalTime(7, 0), clock!)] };
        return await FoundingNight.BeginAsync(await TestBot.StartAsync(new SimulatedClock(Start), around), "1h, 0", "desk");
    }

    /// <summary>Moves the clock on, and waits until so many digests have come: their job is not among what is known to be due.</summary>
    private static async Task DigestAsync(TestBot bot, Instant to, int count)
    {
        await bot.AdvanceToAsync(to);
        await Eventually.IsTrueAsync(() => Digests(bot).Count >= count);
        await bot.SettleAsync();
        Digests(bot).Count.ShouldBe(count);
    }

    private static IReadOnlyList<Seen> Digests(TestBot bot) => [.. bot.Seen.Where(seen => seen.Channel == Editor.Channel && seen.Post.Cause.Kind is DeliveryKind.Digest)];
}
