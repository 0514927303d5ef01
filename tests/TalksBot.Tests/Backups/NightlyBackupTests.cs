using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Backups;

/// <summary>The copy that is made at half past three in New York, and what operations hear when it is not.</summary>
public sealed class NightlyBackupTests
{
    private static readonly Instant Noon = Instant.FromUtc(1995, 6, 28, 16, 0);
    private static readonly Instant Night = Instant.FromUtc(1995, 6, 29, 7, 30);

    [Fact]
    public async Task A_copy_is_made_soon_after_the_first_start_and_then_each_night()
    {
        await using var bot = await StartAsync();

        await bot.AdvanceAsync(Duration.FromMinutes(2));
        await UntilAsync(bot, () => Copies(bot).Count == 1);
        await bot.AdvanceToAsync(Night - Duration.FromMinutes(1));
        Copies(bot).Count.ShouldBe(1);
        await bot.AdvanceToAsync(Night);
        await UntilAsync(bot, () => Copies(bot).Count == 2);

        Copies(bot).ShouldContain(file => Path.GetFileName(file).StartsWith("talksbot-1995-06-29T0", StringComparison.Ordinal));
        bot.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_desk_has_nothing_to_copy()
    {
        await using var bot = await TestBot.StartAsync(new SimulatedClock(Noon), new BotSurroundings { KeepsUp = true });

        await bot.AdvanceAsync(Duration.FromHours(2));
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);

        Directory.Exists(bot.Copies).ShouldBeFalse();
    }

    [Fact]
    public async Task A_night_that_fails_is_told_once_and_tried_again_each_hour()
    {
        await using var bot = await StartAsync();
        await File.WriteAllTextAsync(bot.Copies, "a file where the folder belongs", TestContext.Current.CancellationToken);

        await bot.AdvanceAsync(Duration.FromMinutes(2));
        await UntilAsync(bot, () => Alarms(bot).Count == 1);
        await bot.AdvanceAsync(Duration.FromHours(1));
        await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        File.Delete(bot.Copies);
        await bot.AdvanceAsync(Duration.FromHours(1));
        await UntilAsync(bot, () => Copies(bot).Count == 1);

        Alarms(bot).ShouldHaveSingleItem().ShouldContain("The nightly copy of the database failed");
        Alarms(bot)[0].ShouldContain("was not written, since");
    }

    [Fact]
    public async Task A_folder_that_vanished_is_not_made_anew_and_a_copy_that_grows_old_is_told()
    {
        await using var bot = await StartAsync();
        await bot.AdvanceAsync(Duration.FromMinutes(2));
        await UntilAsync(bot, () => Copies(bot).Count == 1);
        Directory.Delete(bot.Copies, recursive: true);

        await bot.AdvanceToAsync(Night);
        await UntilAsync(bot, () => Alarms(bot).Exists(alarm => alarm.Contains("since its folder is not there: make or mount it", StringComparison.Ordinal)));
        await bot.AdvanceToAsync(Noon + Duration.FromHours(26));
        await UntilAsync(bot, () => Alarms(bot).Exists(alarm => alarm.Contains("No good copy of the database since 12:", StringComparison.Ordinal) && alarm.Contains("Wed 28 Jun", StringComparison.Ordinal)));
        await bot.AdvanceAsync(Duration.FromHours(3));
        await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);

        Alarms(bot).Count(alarm => alarm.Contains("No good copy", StringComparison.Ordinal)).ShouldBe(1);
        Directory.Exists(bot.Copies).ShouldBeFalse();
    }

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync(new SimulatedClock(Noon), new BotSurroundings { KeepsUp = true });
        await bot.DoAsync("/talks open steel \"Steel talks\" follow:no");
        return bot;
    }

    /// <summary>Quartz may have lain down just when the clock jumped, so the clock goes on a little while it is waited for.</summary>
    private static Task UntilAsync(TestBot bot, Func<bool> condition) => Eventually.IsTrueAsync(async () =>
    {
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        return condition();
    });

    private static List<string> Copies(TestBot bot) => Directory.Exists(bot.Copies) ? [.. Directory.EnumerateFiles(bot.Copies, "*.db")] : [];

    private static List<string> Alarms(TestBot bot) => [.. bot.Seen.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Alarm).Select(seen => seen.Text)];
}
