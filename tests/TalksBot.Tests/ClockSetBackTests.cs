using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>A machine's clock that is set back by an hour: nothing is told twice, nothing is lost, and what is to come comes at its time by the new clock.</summary>
public sealed class ClockSetBackTests
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 12, 0);
    private static readonly Instant Due = Start + Duration.FromHours(4);
    private static readonly Duration Hour = Duration.FromHours(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_told_is_not_told_again_and_the_deadline_comes_at_its_time(bool restarts)
    {
        var bot = await StartAsync();
        await bot.AdvanceToAsync(Due - Hour);
        bot.Seen.Count.ShouldBe(1);

        if (restarts)
        {
            bot = await bot.RestartOnSamePlatformAsync(-Hour);
        }
        else
        {
            bot.Clock.SetBack(Hour);
        }

        await bot.AdvanceToAsync(Due - Duration.FromMinutes(1));
        bot.Seen.Count.ShouldBe(1);
        await bot.AdvanceToAsync(Due);

        bot.Seen.Count.ShouldBe(2);
        bot.Seen[1].Text.ShouldContain("Deadline passed");
        bot.Seen[1].At.ShouldBe(Due);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task What_is_given_as_a_time_from_now_counts_from_the_new_clock()
    {
        await using var bot = await StartAsync();
        await bot.AdvanceToAsync(Start + Hour);
        bot.Clock.SetBack(Hour);

        await bot.DoAsync("/talks deadline add steel \"in 90m\" \"a strike\"");
        await bot.AdvanceToAsync(Start + Duration.FromMinutes(90));

        bot.Seen[^1].Text.ShouldContain("a strike");
        bot.Seen[^1].At.ShouldBe(Start + Duration.FromMinutes(90));
    }

    [Fact]
    public async Task What_waits_for_a_platform_that_was_away_does_not_wait_for_the_hour_to_come_again()
    {
        await using var bot = await StartAsync();
        bot.Platform.IsDown = true;
        await bot.DoAsync("/talks update add steel tier:official \"They walked out\" \"US officials\"");
        await bot.AdvanceAsync(Duration.FromMinutes(2));
        bot.Seen.ShouldBeEmpty();

        await SetBackAsync(bot);
        bot.Platform.IsDown = false;
        await PassAsync(bot, minutes: 5, () => bot.Seen.Count > 0);

        bot.Seen.ShouldHaveSingleItem().Text.ShouldContain("They walked out");
    }

    [Fact]
    public async Task What_a_platform_asked_to_wait_with_does_not_wait_for_the_hour_to_come_again()
    {
        await using var bot = await StartAsync();
        bot.Platform.Trouble = _ => new PostOutcome.RateLimited(Duration.FromSeconds(30));
        await bot.DoAsync("/talks update add steel tier:official \"They walked out\" \"US officials\"");
        await bot.AdvanceAsync(Duration.FromSeconds(5));

        await SetBackAsync(bot);
        bot.Platform.Trouble = _ => null;
        await PassAsync(bot, minutes: 5, () => bot.Seen.Count > 0);

        bot.Seen.ShouldHaveSingleItem().Text.ShouldContain("They walked out");
    }

    [Fact]
    public async Task A_change_that_a_platform_could_not_make_is_tried_no_sooner_for_it()
    {
        await using var bot = await StartAsync();
        await bot.DoAsync("/talks update add steel tier:official \"They walked out\" \"US officials\"");
        await bot.AdvanceAsync(Duration.FromSeconds(1));
        bot.Platform.EditTrouble = _ => new PostOutcome.Unreachable("connection refused");
        await bot.DoAsync("/talks update correct steel 1 \"They walked out at noon\" confirm:yes");
        await bot.AdvanceAsync(Duration.FromMinutes(2));
        var tried = bot.Platform.Changes;
        tried.ShouldBeGreaterThan(0);

        await SetBackAsync(bot);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        bot.Platform.Changes.ShouldBe(tried);

        bot.Platform.EditTrouble = _ => null;
        await PassAsync(bot, minutes: 10, () => bot.Platform.Edits.Count > 0);
        bot.Platform.Edits.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_copy_is_made_once_for_each_night_although_its_hour_comes_twice()
    {
        var night = Instant.FromUtc(1995, 6, 29, 7, 30);
        await using var bot = await StartAsync(keepsUp: true);
        await bot.AdvanceToAsync(night);
        await UntilAsync(bot, () => Copies(bot).Any(IsOfNight));
        var before = Copies(bot).Count(IsOfNight);

        bot.Clock.SetBack(Hour);
        await bot.AdvanceAsync(Hour + Hour);
        await bot.AdvanceToAsync(night + Duration.FromDays(1));
        await UntilAsync(bot, () => Copies(bot).Exists(file => file.Contains("1995-06-30T07", StringComparison.Ordinal)));

        before.ShouldBe(1);
        Copies(bot).Count(IsOfNight).ShouldBeLessThanOrEqualTo(2);
        bot.Seen.ShouldNotContain(seen => seen.Text.Contains("copy of the database", StringComparison.Ordinal));

        static bool IsOfNight(string file) => file.Contains("1995-06-29T", StringComparison.Ordinal);
    }

    private static async Task<TestBot> StartAsync(bool keepsUp = false)
    {
        var bot = await TestBot.StartAsync(new SimulatedClock(Start), new BotSurroundings { KeepsUp = keepsUp });
        await bot.DoAsync("/talks open steel \"Steel talks\" follow:no zone:UTC");
        await bot.DoAsync("/talks follow add steel channel:terminal:desk digest:none ladder:\"1h, 0\"");
        await bot.DoAsync("/talks deadline add steel \"28 Jun 1995 16:00\" tariffs");
        return bot;
    }

    /// <summary>While everybody waits, as nearly always: a wait that begins just then is measured on the new clock.</summary>
    private static async Task SetBackAsync(TestBot bot)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        bot.Clock.SetBack(Hour);
    }

    /// <summary>Lets some minutes pass, and time enough between them for what hears of it only after the clock has moved.</summary>
    private static async Task PassAsync(TestBot bot, int minutes, Func<bool> isOver)
    {
        for (var minute = 0; minute < minutes && !isOver(); minute++)
        {
            await bot.AdvanceAsync(Duration.FromMinutes(1));
            for (var looks = 0; looks < 500 && !isOver(); looks++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
            }
        }
    }

    private static Task UntilAsync(TestBot bot, Func<bool> condition) => Eventually.IsTrueAsync(async () =>
    {
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        return condition();
    });

    private static List<string> Copies(TestBot bot) => Directory.Exists(bot.Copies) ? [.. Directory.EnumerateFiles(bot.Copies, "*.db").Select(file => Path.GetFileName(file)!)] : [];
}
