using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Tests.Editing;

namespace TalksBot.Tests;

/// <summary>News never waits for an edit or a pin, and what could not be changed is told.</summary>
public sealed class ChangesLaneTests
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 29, 3, 0);
    private static readonly Instant Passes = Instant.FromUtc(1995, 6, 29, 3, 59);

    public static TheoryData<PostOutcome> Troubles { get; } =
    [
        new PostOutcome.Unreachable("502"),
        new PostOutcome.Ambiguous("connection reset"),
        new PostOutcome.RateLimited(Duration.FromMinutes(30)),
        new PostOutcome.NotAllowed("The thread is archived.", "Write something in the thread to reopen it."),
        new PostOutcome.Rejected("The workspace lets nobody change a message that old."),
        new PostOutcome.MessageGone("taken down"),
    ];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_channel_whose_edits_and_pins_all_fail_gets_every_alert_on_time(PostOutcome trouble)
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 15m, 0", "desk");
        (bot.Platform.EditTrouble, bot.Platform.PinTrouble, bot.Platform.DeleteTrouble) = (_ => trouble, _ => trouble, _ => trouble);
        await bot.DoAsync("/talks follow set us-japan-autos live:yes");
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");

        await bot.AdvanceToAsync(Passes);

        var alerts = bot.Seen.Where(seen => seen.Post.Cause is { Rung: not null }).ToList();
        alerts.Select(seen => seen.Post.Cause.Rung!.Value.TotalMinutes).ShouldBe([30, 15, 0]);
        alerts.ShouldAllBe(seen => seen.At == seen.Post.DueAt);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Killed_words_that_still_stand_are_told_within_a_minute_with_their_link(PostOutcome trouble)
    {
        await using var bot = await EditingDesk.OpenAsync("desk", "tokyo");
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();
        var stands = bot.Platform.Seen.Single(seen => seen.Channel == "tokyo").Post.Key.Value;
        bot.Platform.EditTrouble = message => message.Channel.Channel == "tokyo" ? trouble : null;
        bot.Platform.DeleteTrouble = _ => new PostOutcome.NotAllowed("closed", "Open it.");

        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await bot.AdvanceAsync(Duration.FromMinutes(1));

        var alarms = bot.Seen.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Alarm).ToList();
        if (trouble is PostOutcome.MessageGone)
        {
            alarms.ShouldBeEmpty();
            return;
        }

        var alarm = alarms.ShouldHaveSingleItem();
        alarm.Text.ShouldStartWith("KILLED WORDS STILL STAND: #1 in terminal:tokyo");
        alarm.Text.ShouldContain($"https://chat.example/tokyo/{stands}");
        (await bot.ReadAsync(db => db.Deliveries.CountAsync(row => row.Act == DeliveryAct.Edit && row.State == DeliveryState.Sent))).ShouldBe(1);
    }

    [Fact]
    public async Task What_may_not_be_edited_is_taken_down_where_it_tells_of_nothing_but_what_was_killed()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();
        bot.Platform.EditTrouble = _ => new PostOutcome.Rejected("The workspace lets nobody change a message that old.");

        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await bot.SettleAsync();

        bot.Platform.Deleted.ShouldHaveSingleItem();
        (await bot.EverythingAsync()).ShouldNotContain("The talks are over");
        bot.Seen.ShouldNotContain(seen => seen.Post.Cause.Kind == DeliveryKind.Alarm);
    }

    [Fact]
    public async Task A_strike_goes_beside_the_notice_and_before_every_other_edit()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("The talks are over");
        await bot.AddAsync("A deal is near");
        await bot.SettleAsync();
        bot.Platform.EditTrouble = _ => new PostOutcome.RateLimited(Duration.FromSeconds(10));
        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #2 \"A deal is far\"");
        await bot.SettleAsync();
        bot.Platform.Trouble = _ => new PostOutcome.RateLimited(Duration.FromMinutes(5));
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        bot.Platform.EditTrouble = _ => null;

        await bot.AdvanceAsync(Duration.FromSeconds(10));

        bot.Platform.Edits[0].Text.ShouldStartWith("KILLED");
        bot.Shown("desk", DeliveryKind.Kill).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_limit_on_edits_holds_edits_alone_and_one_on_posts_posts_alone()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();
        bot.Platform.EditTrouble = _ => new PostOutcome.RateLimited(Duration.FromMinutes(5));

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"The talks go on\"");
        await bot.SettleAsync();

        bot.Shown("desk", DeliveryKind.Correction).ShouldHaveSingleItem();
        bot.Platform.Edits.ShouldBeEmpty();
        bot.Platform.EditTrouble = _ => null;
        await bot.AdvanceAsync(Duration.FromMinutes(5));
        bot.Platform.Edits.ShouldHaveSingleItem().Text.ShouldStartWith("CORRECTED");
    }

    [Fact]
    public async Task A_correction_whose_notice_must_wait_is_marked_at_once_and_linked_when_it_has_come()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();
        bot.Platform.Trouble = _ => new PostOutcome.RateLimited(Duration.FromMinutes(5));

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"The talks go on\"");
        await bot.AdvanceAsync(Duration.FromSeconds(2));
        bot.Platform.Edits.ShouldHaveSingleItem().Text.ShouldStartWith("CORRECTED");
        bot.Platform.Trouble = _ => null;
        await bot.AdvanceAsync(Duration.FromMinutes(5));

        var link = bot.Platform.Edits[^1].Post.Post.Pieces.OfType<Core.Posts.PostPiece.Link>().ShouldHaveSingleItem();
        link.MessageId.ShouldBe(bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Correction).Post.Key.Value);
    }

    [Fact]
    public async Task An_edit_that_failed_is_never_made_after_a_later_one()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();
        bot.Platform.EditTrouble = _ => new PostOutcome.Unreachable("502");
        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"The talks go on\"");
        await bot.SettleAsync();
        bot.Platform.EditTrouble = _ => null;

        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await bot.AdvanceAsync(Duration.FromMinutes(30));

        bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Update).Text.ShouldNotContain("The talks");
        bot.Platform.Edits.ShouldAllBe(edit => !edit.Text.Contains("The talks go on", StringComparison.Ordinal));
    }
}
