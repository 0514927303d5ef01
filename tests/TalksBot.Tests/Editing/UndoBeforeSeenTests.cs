using TalksBot.Core.Platforms;

namespace TalksBot.Tests.Editing;

/// <summary>Changes taken back while what they changed was still on its way, or changed by others too.</summary>
public sealed class UndoBeforeSeenTests
{
    [Fact]
    public async Task An_undone_correction_leaves_what_nobody_had_seen_as_it_was()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        bot.Platform.Trouble = _ => new PostOutcome.Unreachable("connection refused");
        await bot.AddAsync("They meet again");
        await bot.SettleAsync();
        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"They do not meet\"");
        await bot.SettleAsync();
        await bot.DoAsync("/talks undo");

        bot.Platform.Trouble = _ => null;
        await bot.AdvanceAsync(Duration.FromMinutes(10));

        bot.Seen.ShouldHaveSingleItem().Text.ShouldContain("They meet again");
        bot.Platform.Edits.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_undone_kill_lets_what_nobody_had_seen_be_seen_once()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("They meet again");
        await bot.SettleAsync();
        bot.Platform.Trouble = _ => new PostOutcome.Unreachable("connection refused");
        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"They do not meet\"");
        await bot.SettleAsync();
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"unclear\"");
        await bot.SettleAsync();
        await bot.DoAsync("/talks undo");

        bot.Platform.Trouble = _ => null;
        await bot.AdvanceAsync(Duration.FromMinutes(10));

        bot.Shown("desk", DeliveryKind.Correction).ShouldHaveSingleItem().ShouldContain("They do not meet");
        bot.Shown("desk", DeliveryKind.Kill).ShouldAllBe(text => text.StartsWith("UNDONE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_undone_kill_in_quiet_hours_wakes_nobody()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.DoAsync($"/talks follow set {FoundingNight.Slug} zone:Geneva quiet:13:00-16:00");
        await bot.AddAsync("They meet again");
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"unclear\"");
        await bot.DoAsync("/talks undo");

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 13, 59));
        bot.Seen.ShouldBeEmpty();
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 14, 0));

        bot.Seen.ShouldHaveSingleItem().Text.ShouldContain("They meet again");
    }

    [Fact]
    public async Task Undo_never_brings_back_what_was_killed_since()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("They walked out");
        await bot.AddAsync("They stay", "disputes:#1");
        await bot.SettleAsync();
        var corrected = await bot.SayAsync($"/talks update correct {FoundingNight.Slug} #2 \"They stay till noon\"");
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await bot.SettleAsync();

        await bot.DoAsync(corrected.Body.Buttons.Single(button => button.Label == "Undo").Command);
        await bot.SettleAsync();

        (await bot.EverythingAsync()).ShouldNotContain("They walked out");
        bot.Shown("desk", DeliveryKind.Update)[1].ShouldContain("“They stay”");
    }
}
