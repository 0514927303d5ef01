using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>Changes taken back after a moment had passed that counts for the record as it reads again.</summary>
public sealed class UndoAfterTheClockTests
{
    private const string Secret = "the minister resigns at noon";

    [Fact]
    public async Task A_deadline_that_passed_while_it_stood_elsewhere_is_told_late()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 57));
        await bot.DoAsync($"/talks deadline move {FoundingNight.Slug} D1 +36h");
        await bot.AdvanceAsync(Duration.FromMinutes(4));

        await bot.DoAsync("/talks undo");
        await bot.SettleAsync();

        bot.Shown("desk", DeliveryKind.DeadlinePassed).ShouldHaveSingleItem().ShouldContain("LATE 2 min");
        (await bot.ReadAsync(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Deadlines)).State)).ShouldBe(DeadlineState.PassedUnknown);
    }

    [Fact]
    public async Task An_embargo_that_ended_while_it_was_broken_lifts_at_once()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret, "embargo:\"28 Jun 12pm EDT\"");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 15, 58));
        await bot.DoAsync($"/talks update break {FoundingNight.Slug} #1 \"out elsewhere\"");
        await bot.AdvanceAsync(Duration.FromMinutes(3));

        await bot.DoAsync("/talks undo");
        await bot.SettleAsync();

        (await UpdateAsync(bot)).IsPublic.ShouldBeTrue();
        var shown = bot.Shown("desk", DeliveryKind.Update);
        shown.Count(text => text.StartsWith("UNDONE", StringComparison.Ordinal)).ShouldBe(1);
        shown.Count(text => text.Contains($"“{Secret}”", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_flash_whose_wait_ended_while_it_was_approved_expires()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret, "priority:flash");
        await bot.AdvanceAsync(Duration.FromMinutes(13));
        var ben = EditingDesk.Person("Ben");
        (await bot.SayAsync($"/talks update approve {FoundingNight.Slug} #1", ben)).Refused.ShouldBeFalse();
        await bot.AdvanceAsync(Duration.FromMinutes(3));

        (await bot.SayAsync("/talks undo", ben)).Refused.ShouldBeFalse();
        await bot.SettleAsync();

        (await UpdateAsync(bot)).Approval!.State.ShouldBe(ApprovalState.Expired);
        bot.Shown("desk", DeliveryKind.Alarm).ShouldHaveSingleItem().ShouldContain("EXPIRED");
        (await bot.EverythingAsync()).Replace(bot.Shown("desk", DeliveryKind.Alarm)[0], "", StringComparison.Ordinal).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task An_update_whose_embargo_lifted_meanwhile_is_taken_back_with_the_post_that_the_clock_made()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret, "embargo:\"in 2m\"");
        await bot.AdvanceAsync(Duration.FromMinutes(3));
        bot.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem();

        await bot.DoAsync("/talks undo");
        await bot.SettleAsync();

        bot.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem().ShouldStartWith("UNDONE");
        bot.Shown("desk", DeliveryKind.Undone).ShouldHaveSingleItem();
        (await bot.AnswersAsync()).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_digest_that_showed_it_meanwhile_strikes_it()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.DoAsync($"/talks follow set {FoundingNight.Slug} zone:Geneva digest:14:05");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 12, 3));
        await bot.AddAsync("They meet again");
        await bot.AddAsync("They have lunch");
        var undo = (await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"A slip\" \"a US official\" tier:official")).Body.Buttons.Single(button => button.Label == "Undo").Command;
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 12, 6));
        bot.Shown("desk", DeliveryKind.Digest).ShouldHaveSingleItem().ShouldContain("A slip");

        await bot.DoAsync(undo);
        await bot.SettleAsync();

        var digest = bot.Shown("desk", DeliveryKind.Digest).ShouldHaveSingleItem();
        digest.ShouldStartWith("UNDONE IN PART · ");
        digest.Split('\n').Where(line => line.Contains("A slip", StringComparison.Ordinal)).ShouldAllBe(line => line.StartsWith("[does not hold any more", StringComparison.Ordinal));
        digest.Split('\n').ShouldContain(line => line.Contains("They meet again", StringComparison.Ordinal) && !line.StartsWith('['));
    }

    private static Task<Update> UpdateAsync(TestBot bot) =>
        bot.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<Update>()));
}
