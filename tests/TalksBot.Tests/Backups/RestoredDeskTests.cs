using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Backups;

/// <summary>A desk whose database is lost and restored from a copy: the old one told things since that the copy knows nothing of.</summary>
public sealed class RestoredDeskTests
{
    private static readonly Instant Noon = Instant.FromUtc(1995, 6, 28, 16, 0);
    private static readonly Duration NoTime = Duration.FromSeconds(1);

    [Fact]
    public async Task Alerts_that_fell_due_since_the_copy_are_found_and_not_told_again()
    {
        await using var old = await FoundingNight.StartAsync(Noon, "11h, 6h, 3h, 0", "desk", "tokyo");
        var copy = await old.CopyAsync();
        await old.AdvanceAsync(Duration.FromHours(10));
        var told = Told(old);

        await using var restored = await old.RestoreAsync(copy, NoTime);
        await restored.AdvanceAsync(Duration.FromHours(1));

        told.Count.ShouldBe(6);
        Told(restored).ShouldBe(told);
        var receipts = await restored.ReadAsync(db => db.Deliveries.Where(delivery => delivery.Rung != null).ToListAsync(TestContext.Current.CancellationToken));
        receipts.ShouldAllBe(receipt => receipt.State == DeliveryState.Sent && receipt.MessageId != null && !receipt.InDoubt);
    }

    [Fact]
    public async Task What_nobody_told_is_told_late()
    {
        await using var old = await FoundingNight.StartAsync(Noon, "11h, 6h, 3h, 0", "desk");
        var copy = await old.CopyAsync();
        await old.AdvanceAsync(Duration.FromHours(2));

        await using var restored = await old.RestoreAsync(copy, Duration.FromHours(5));
        await restored.SettleAsync();

        Told(restored).Count.ShouldBe(2);
        restored.Seen[^1].Post.Cause.Rung.ShouldBe(Duration.FromHours(6));
        restored.Seen[^1].Text.ShouldStartWith("LATE 1 h 1 min · 4 h 59 min to go");
    }

    [Fact]
    public async Task What_waited_when_the_copy_was_made_and_was_sent_since_is_not_sent_again()
    {
        await using var old = await FoundingNight.StartAsync(Noon, "0", "desk");
        old.Platform.IsDown = true;
        await old.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"They walked out\" \"US officials\"");
        await old.SettleAsync();
        var copy = await old.CopyAsync();
        old.Platform.IsDown = false;
        await old.AdvanceAsync(Duration.FromHours(1));

        await using var restored = await old.RestoreAsync(copy, NoTime);
        await restored.AdvanceAsync(Duration.FromHours(1));

        restored.Seen.Count(seen => seen.Post.Cause.Kind is DeliveryKind.Update).ShouldBe(1);
        (await restored.ReadAsync(db => db.Deliveries.SingleAsync(delivery => delivery.Kind == DeliveryKind.Update, TestContext.Current.CancellationToken))).State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public async Task A_restored_kill_still_reaches_what_was_told_since_the_copy()
    {
        await using var old = await FoundingNight.StartAsync(Noon, "0", "desk");
        old.Platform.IsDown = true;
        await old.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"They walked out\" \"US officials\"");
        await old.SettleAsync();
        var copy = await old.CopyAsync();
        old.Platform.IsDown = false;
        await old.AdvanceAsync(Duration.FromHours(1));
        await using var restored = await old.RestoreAsync(copy, NoTime);

        await restored.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await restored.AdvanceAsync(Duration.FromMinutes(5));

        restored.Platform.Showing.ShouldNotContain(seen => seen.Text.Contains("They walked out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_night_that_was_told_in_one_post_is_not_told_again()
    {
        var evening = Instant.FromUtc(1995, 6, 28, 1, 0);
        await using var old = await FoundingNight.StartAsync(evening, "21h, 20h, 0", "desk");
        await old.DoAsync($"/talks follow set {FoundingNight.Slug} quiet:22:00-07:00");
        await old.AdvanceAsync(Duration.FromMinutes(90));
        var copy = await old.CopyAsync();
        await old.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 12, 0));
        old.Seen.ShouldHaveSingleItem().Post.Cause.Kind.ShouldBe(DeliveryKind.Bundle);

        await using var restored = await old.RestoreAsync(copy, NoTime);
        await restored.AdvanceAsync(Duration.FromHours(1));

        restored.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_digest_is_looked_for_however_long_ago_it_was()
    {
        await using var old = await FoundingNight.StartAsync(Noon, "0", []);
        await old.DoAsync($"/talks follow add {FoundingNight.Slug} channel:terminal:desk digest:14:00 ladder:0");
        var copy = await old.CopyAsync();
        await old.AdvanceAsync(Duration.FromHours(11));
        old.Seen.Count(IsDigest).ShouldBe(1);

        await using var restored = await old.RestoreAsync(copy, NoTime);
        await restored.AdvanceToAsync(Noon + Duration.FromHours(27));

        restored.Seen.Count(IsDigest).ShouldBe(2);
        restored.Seen.Last(IsDigest).Text.ShouldNotContain("missed");
    }

    [Fact]
    public async Task An_embargo_that_lifted_since_the_copy_is_told_once()
    {
        await using var old = await FoundingNight.StartAsync(Noon, "0", "desk");
        await old.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"A deal\" \"US officials\" embargo:\"28 Jun 1995 15:00 EDT\"");
        var copy = await old.CopyAsync();
        await old.DoAsync($"/talks point add {FoundingNight.Slug} \"Dealers\"");
        await old.AdvanceAsync(Duration.FromHours(5));
        old.Seen.Count(seen => seen.Post.Cause.Kind is DeliveryKind.Update).ShouldBe(1);

        await using var restored = await old.RestoreAsync(copy, NoTime);
        await restored.AdvanceAsync(Duration.FromHours(1));

        restored.Seen.Count(seen => seen.Post.Cause.Kind is DeliveryKind.Update).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_called_twice_over_one_alert()
    {
        var start = Instant.FromUtc(1995, 6, 29, 2, 0);
        await using var old = await FoundingNight.StartAsync(start, "30m, 0", "desk");
        await old.DoAsync($"/talks follow set {FoundingNight.Slug} escalate:@night-editor");
        var copy = await old.CopyAsync();
        await old.AdvanceAsync(Duration.FromMinutes(110));
        old.Seen.Count(IsCall).ShouldBe(1);

        await using var restored = await old.RestoreAsync(copy, NoTime);
        await restored.AdvanceAsync(Duration.FromMinutes(30));

        restored.Seen.Count(IsCall).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_due_after_the_restore_is_not_looked_for()
    {
        await using var old = await FoundingNight.StartAsync(Noon, "11h, 0", "desk");
        var copy = await old.CopyAsync();

        await using var restored = await old.RestoreAsync(copy, NoTime);
        await restored.AdvanceAsync(Duration.FromHours(2));

        restored.Seen.ShouldHaveSingleItem().At.ShouldBe(Instant.FromUtc(1995, 6, 28, 16, 59));
        (await restored.ReadAsync(db => db.Deliveries.SingleAsync(delivery => delivery.Rung != null, TestContext.Current.CancellationToken))).Attempts.ShouldBe(1);
    }

    private static List<(string Channel, Duration? Rung, Instant Due)> Told(TestBot bot) =>
        [.. bot.Seen.Where(seen => seen.Post.Cause.Rung is not null).Select(seen => (seen.Channel, seen.Post.Cause.Rung, seen.Post.DueAt))];

    private static bool IsDigest(Seen seen) => seen.Post.Cause.Kind is DeliveryKind.Digest;

    private static bool IsCall(Seen seen) => seen.Post.Cause.Kind is DeliveryKind.Escalation;
}
