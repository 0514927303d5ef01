using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>Every post is delivered once, whatever the platform answers.</summary>
public sealed class OutboxTests
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 22, 0);

    [Fact]
    public async Task A_lost_answer_is_looked_for_and_not_sent_again()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "1h, 0", "desk");
        bot.Platform.LosesAnswer = _ => true;

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 5));

        bot.Platform.Requests.ShouldBe(1);
        (await StatesAsync(bot)).ShouldBe([DeliveryState.Sent]);
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_before_it_arrived_is_sent_again_once()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "1h, 0", "desk");
        var lost = 0;
        bot.Platform.Trouble = _ => lost++ == 0 ? new PostOutcome.Ambiguous("reset") : null;

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 5));

        bot.Platform.Requests.ShouldBe(2);
        bot.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_is_not_asked_before()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "1h, 0", "desk");
        bot.Platform.Trouble = _ => bot.Clock.GetCurrentInstant() < Instant.FromUtc(1995, 6, 29, 2, 59, 30)
            ? new PostOutcome.RateLimited(Duration.FromSeconds(30))
            : null;

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 5));

        bot.Platform.Requests.ShouldBe(2);
        bot.Seen.ShouldHaveSingleItem().At.ShouldBe(Instant.FromUtc(1995, 6, 29, 2, 59, 30));
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_muted_and_the_desk_told()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "1h, 30m, 0", "desk", "gone");
        bot.Platform.Trouble = post => post.Channel.Channel == "gone" ? new PostOutcome.ChannelGone("deleted") : null;

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 40));

        bot.Seen.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Countdown).Select(seen => seen.Channel).ShouldBe(["desk", "desk"]);
        bot.Seen.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Alarm).Text.ShouldContain("terminal:gone is muted until somebody follows");
        bot.Platform.Requests.ShouldBe(4);
    }

    [Fact]
    public async Task Dead_credentials_lose_nothing_and_do_not_hammer()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "1h, 30m, 0", "desk");
        bot.Platform.Trouble = _ => new PostOutcome.CredentialsDead("token revoked");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 9));
        bot.Platform.Requests.ShouldBeLessThan(8);

        bot.Platform.Trouble = _ => null;
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 12));

        bot.Seen.Where(seen => seen.Post.Cause.Kind is not DeliveryKind.Alarm).ShouldHaveSingleItem().Text.ShouldContain("LATE");
    }

    [Fact]
    public async Task One_channel_in_trouble_does_not_hold_up_another()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "1h, 0", "slow", "desk");
        bot.Platform.Trouble = post => post.Channel.Channel == "slow" ? new PostOutcome.RateLimited(Duration.FromMinutes(10)) : null;

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 2, 59, 1));

        bot.Seen.ShouldHaveSingleItem().Channel.ShouldBe("desk");
    }

    [Fact]
    public async Task A_channel_gets_the_urgent_before_the_regular()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "0", "desk");
        bot.Platform.Trouble = _ => bot.Clock.GetCurrentInstant() == Start ? new PostOutcome.RateLimited(Duration.FromSeconds(30)) : null;
        await bot.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"First, regular\" \"a US official\" priority:regular");
        await bot.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"Second, urgent\" \"a US official\" priority:urgent");
        await bot.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"Third, bulletin\" \"a US official\" priority:bulletin");

        await bot.AdvanceAsync(Duration.FromMinutes(5));

        bot.Seen.Select(seen => seen.Post.Priority).ShouldBe([WirePriority.Bulletin, WirePriority.Urgent, WirePriority.Regular]);
    }

    [Fact]
    public async Task Order_holds_over_a_restart_during_a_pause_and_its_end_is_found_soon()
    {
        await using var before = await FoundingNight.StartAsync(Start, "0", "desk");
        before.Platform.Trouble = _ => new PostOutcome.Unreachable("connection refused");
        for (var i = 1; i <= 3; i++)
        {
            await before.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"News {i}\" \"a US official\"");
            await before.AdvanceAsync(Duration.FromSeconds(20));
        }

        await using var after = await before.RestartOnSamePlatformAsync(Duration.FromSeconds(1));
        for (var i = 4; i <= 5; i++)
        {
            await after.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"News {i}\" \"a US official\"");
        }

        var back = after.Clock.GetCurrentInstant();
        after.Platform.Trouble = _ => null;
        await after.AdvanceAsync(Duration.FromSeconds(5));

        after.Seen.Where(seen => seen.Post.Cause.Kind is not DeliveryKind.Alarm).Select(seen => seen.Post.Cause.Subject).ShouldBe(["#1", "#2", "#3", "#4", "#5"]);
        after.Seen.ShouldAllBe(seen => seen.At - back <= Duration.FromSeconds(5));
        (await after.ReadAsync(db => db.Pauses.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_pause_that_the_platform_asked_for_is_kept_over_a_restart()
    {
        await using var before = await FoundingNight.StartAsync(Start, "0", "desk");
        before.Platform.Trouble = _ => new PostOutcome.RateLimited(Duration.FromMinutes(10));
        await before.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"News\" \"a US official\"");
        await before.SettleAsync();

        await using var after = await before.RestartOnSamePlatformAsync(Duration.FromMinutes(1));
        after.Platform.Trouble = _ => null;
        await after.AdvanceAsync(Duration.FromMinutes(10));

        after.Platform.Requests.ShouldBe(2);
        after.Seen.ShouldHaveSingleItem().At.ShouldBe(Start + Duration.FromMinutes(10));
    }

    [Fact]
    public async Task Who_has_a_post_in_hand_and_until_when_stands_on_its_lease()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "0", "desk");
        Delivery? leased = null;
        bot.Platform.Meanwhile = async _ => leased = await bot.ReadAsync(db => db.Deliveries.AsNoTracking().SingleAsync());

        await bot.DoAsync($"/talks update add {FoundingNight.Slug} tier:official \"News\" \"a US official\"");
        await bot.SettleAsync();

        leased!.LeasedBy.ShouldNotBeNullOrEmpty();
        leased.LeasedUntil.ShouldBe(Start + Duration.FromMinutes(2));
        (await bot.ReadAsync(db => db.Deliveries.AsNoTracking().SingleAsync())).LeasedBy.ShouldBeNull();
    }

    private static Task<List<DeliveryState>> StatesAsync(TestBot bot) =>
        bot.ReadAsync(db => db.Deliveries.Select(row => row.State).ToListAsync());
}
