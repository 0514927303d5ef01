using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>The alerts of S1, planned for 10:00 in Geneva on 28 June 1995, as two channels see them.</summary>
public sealed class SessionAlertTests
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 8, 0);

    [Fact]
    public async Task The_alert_at_the_start_offers_every_ending()
    {
        await using var bot = await PlannedAsync();

        await bot.AdvanceToAsync(Start);

        var alert = bot.Seen.Last(post => post.Text.StartsWith("Due to start now", StringComparison.Ordinal));
        alert.Post.Post.Buttons.Select(button => button.Label).ShouldBe(["Started", "Over", "Moved…", "Cancelled"]);
    }

    [Fact]
    public async Task A_session_that_starts_is_told_by_its_alert_and_by_no_second_post()
    {
        await using var bot = await PlannedAsync();
        await bot.AdvanceToAsync(Start + Duration.FromMinutes(5));
        var posts = bot.Seen.Count;

        await bot.DoAsync("/talks session start us-japan-autos S1");
        await bot.SettleAsync();

        bot.Seen.Count.ShouldBe(posts);
        var edits = bot.Platform.Edits.Where(edit => edit.Text.StartsWith("Under way since 10:05 · US–Japan automotive talks: Kantor and Hashimoto, Geneva", StringComparison.Ordinal)).ToList();
        edits.Count.ShouldBe(2);
        edits.ShouldAllBe(edit => edit.Post.Post.Buttons.Single().Label == "Over");
    }

    [Fact]
    public async Task A_session_that_starts_early_is_told_by_the_alert_that_stands()
    {
        await using var bot = await PlannedAsync();
        await bot.AdvanceToAsync(Start - Duration.FromMinutes(10));

        await bot.DoAsync("/talks session start us-japan-autos S1");
        await bot.SettleAsync();

        bot.Seen.ShouldNotContain(post => post.Text.StartsWith("Under way since", StringComparison.Ordinal));
        bot.Platform.Edits.Count.ShouldBe(2);
        bot.Platform.Edits.ShouldAllBe(edit => edit.Text.StartsWith("Under way since 09:50 · US–Japan automotive talks: Kantor and Hashimoto, Geneva") && edit.Post.Post.Buttons.Single().Label == "Over");
    }

    [Fact]
    public async Task Nothing_says_under_way_once_it_is_over()
    {
        await using var bot = await PlannedAsync();
        await bot.AdvanceToAsync(Start + Duration.FromMinutes(5));
        await bot.DoAsync("/talks session start us-japan-autos S1");
        await bot.AdvanceAsync(Duration.FromHours(2));

        await bot.DoAsync("/talks session end us-japan-autos S1");
        await bot.SettleAsync();

        bot.Seen.Count(post => post.Text.StartsWith("Over · US–Japan automotive talks", StringComparison.Ordinal)).ShouldBe(2);
        bot.Platform.Edits.TakeLast(2).ShouldAllBe(edit => edit.Text.StartsWith("Began 10:05 · US–Japan automotive talks") && edit.Post.Post.Buttons.Count == 0);
    }

    [Fact]
    public async Task An_alert_whose_session_was_moved_says_so()
    {
        await using var bot = await PlannedAsync();
        await bot.AdvanceToAsync(Start);

        await bot.DoAsync("/talks session move us-japan-autos S1 +2h");
        await bot.SettleAsync();

        bot.Platform.Edits.Count.ShouldBe(4);
        bot.Platform.Edits.ShouldAllBe(edit => edit.Text.StartsWith("Moved 2 h later") && edit.Post.Post.Buttons.Count == 0);
    }

    [Fact]
    public async Task What_is_undone_asks_again()
    {
        await using var bot = await PlannedAsync();
        await bot.AdvanceToAsync(Start);
        await bot.DoAsync("/talks session start us-japan-autos S1");
        await bot.SettleAsync();

        await bot.DoAsync("/talks undo");
        await bot.SettleAsync();

        bot.Platform.Edits.Count(edit => edit.Text.StartsWith("Due to start now", StringComparison.Ordinal) && edit.Post.Post.Buttons.Count == 4).ShouldBe(2);
    }

    [Fact]
    public async Task A_session_that_nobody_reported_may_be_said_to_be_over()
    {
        await using var bot = await PlannedAsync();
        await bot.AdvanceToAsync(Start + Duration.FromHours(2));

        await bot.DoAsync("/talks session end us-japan-autos S1");
        await bot.SettleAsync();

        bot.Seen[^1].Text.ShouldContain("S1 met 10:00–12:00 Geneva, 2 h");
    }

    [Fact]
    public async Task A_session_that_nobody_reports_leaves_the_live_status_when_it_is_awaited_no_more()
    {
        await using var bot = await PlannedAsync();
        await bot.DoAsync("/talks follow set us-japan-autos channel:terminal:desk live:yes");

        await bot.AdvanceToAsync(Start + Duration.FromHours(12) - Duration.FromMinutes(1));
        var before = Live(bot);
        await bot.AdvanceAsync(Duration.FromMinutes(1));

        before.ShouldContain("S1 planned");
        Live(bot).ShouldNotContain("S1");
    }

    private static string Live(TestBot bot) =>
        bot.Seen.Concat(bot.Platform.Edits).Last(seen => seen.Post.Cause.Kind is Core.Platforms.DeliveryKind.Live).Text;

    private static async Task<TestBot> PlannedAsync()
    {
        var bot = await FoundingNight.StartAsync(Start - Duration.FromHours(2), "30m, 0", "desk", "news");
        await bot.DoAsync("/talks session add us-japan-autos \"28 Jun 1995 10am Geneva\" who:\"Kantor and Hashimoto\" place:Geneva");
        return bot;
    }
}
