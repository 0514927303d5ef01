using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Digests;

public sealed class ClaimDigestsTests
{
    /// <summary>Wed 28 Jun 1995 08:00 Washington.</summary>
    private static readonly Instant Wednesday = Instant.FromUtc(1995, 6, 28, 12, 0);

    [Fact]
    public async Task Comes_at_the_follows_own_hour_and_plans_the_next()
    {
        await using var desk = await FollowingAsync();

        await desk.ClaimAsync(MomentKind.Digest, Wednesday);

        var digest = (await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldHaveSingleItem();
        (digest.DueAt, digest.Subject, digest.Priority, digest.FollowId).ShouldBe((Wednesday, "", WirePriority.Regular, 1));
        PostText.Write(digest.Post).ShouldContain("\nNo change: yesterday 10:00 – today 08:00 Washington\n");
        (await desk.TalksAsync()).Follows[0].DigestedUntil.ShouldBe(Wednesday);
        (await desk.AgendaAsync(MomentKind.Digest)).ShouldHaveSingleItem().Due.ShouldBe(Wednesday + Duration.FromDays(1));
    }

    [Fact]
    public async Task Each_channel_has_its_own_morning()
    {
        await using var desk = await FollowingAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:tokyo zone:Tokyo");

        await desk.ClaimAsync(MomentKind.Digest, Instant.FromUtc(1995, 6, 27, 23, 0));
        await desk.ClaimAsync(MomentKind.Digest, Wednesday);

        var digests = await desk.DeliveriesAsync(DeliveryKind.Digest);
        digests.Select(digest => (digest.Channel.ToString(), digest.DueAt))
            .ShouldBe([("terminal:tokyo", Instant.FromUtc(1995, 6, 27, 23, 0)), ("terminal:desk", Wednesday)]);
    }

    [Fact]
    public async Task Is_worded_at_its_due_moment_when_it_is_claimed_within_the_minute()
    {
        await using var desk = await FollowingAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"");

        await desk.ClaimAsync(MomentKind.Digest, Wednesday + Duration.FromMilliseconds(40));

        Text(await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldContain("D1 tariffs – in 15 h 59 min");
    }

    [Fact]
    public async Task After_two_days_of_downtime_one_digest_covers_them_all()
    {
        await using var desk = await FollowingAsync();
        desk.Clock.Advance(Duration.FromMinutes(1));
        await desk.SayAsync("update add us-japan-autos tier:official \"His tone changed\" \"reported by US officials\"");

        await desk.ClaimAsync(MomentKind.Digest, Wednesday + Duration.FromDays(2) + Duration.FromHours(1));

        var digest = (await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldHaveSingleItem();
        digest.DueAt.ShouldBe(Wednesday + Duration.FromDays(2));
        var text = PostText.Write(digest.Post);
        text.ShouldContain("MISSED: no digest came on Wed 28 Jun 1995 08:00 Washington and Thu 29 Jun 1995 08:00 Washington; this one covers them.");
        text.ShouldContain("His tone changed");
        (await desk.AgendaAsync(MomentKind.Digest)).ShouldHaveSingleItem().Due.ShouldBe(Wednesday + Duration.FromDays(3));
    }

    [Fact]
    public async Task A_digest_too_late_to_be_worth_reading_is_left_to_the_next()
    {
        await using var desk = await FollowingAsync();

        await desk.ClaimAsync(MomentKind.Digest, Wednesday + Duration.FromHours(7));
        (await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldBeEmpty();
        await desk.ClaimAsync(MomentKind.Digest, Wednesday + Duration.FromDays(1));

        Text(await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldContain("MISSED: no digest came on Wed 28 Jun 1995 08:00 Washington; this one covers it.");
    }

    [Fact]
    public async Task A_change_made_before_the_missed_digest_is_claimed_makes_no_second_one()
    {
        await using var desk = await FollowingAsync();
        desk.Clock.AdvanceTo(Wednesday + Duration.FromHours(1));
        await desk.SayAsync("deadline add us-japan-autos \"30 Jun 1995 18:00 EDT\" \"tariffs\"");

        await desk.ClaimAsync(MomentKind.Digest, Wednesday + Duration.FromHours(1));
        await desk.ClaimAsync(MomentKind.Digest, Wednesday + Duration.FromDays(1));

        (await desk.DeliveriesAsync(DeliveryKind.Digest)).Select(digest => digest.DueAt).ShouldBe([Wednesday, Wednesday + Duration.FromDays(1)]);
        (await desk.AgendaAsync(MomentKind.Digest)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Claiming_twice_sends_once()
    {
        await using var desk = await FollowingAsync();

        await desk.ClaimAsync(MomentKind.Digest, Wednesday);
        await desk.ClaimAsync(MomentKind.Digest, Wednesday);

        (await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_muted_channel_gets_none_and_plans_none()
    {
        await using var desk = await FollowingAsync();
        await desk.ReadAsync(async db =>
        {
            var talks = db.Negotiations.Single();
            await db.Entry(talks).Collection(known => known.Follows).LoadAsync(TestContext.Current.CancellationToken);
            talks.MuteFollow(talks.Follows[0], "the channel is archived", Stamp.Clock(desk.Now));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await desk.ClaimAsync(MomentKind.Digest, Wednesday);

        (await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldBeEmpty();
        (await desk.AgendaAsync(MomentKind.Digest)).ShouldBeEmpty();
    }

    [Fact]
    public async Task On_the_night_the_clocks_go_forward_a_skipped_hour_comes_after_the_gap()
    {
        await using var desk = await NewsDesk.OpenAsync(Instant.FromUtc(1995, 4, 1, 12, 0));
        await desk.SayAsync("follow add us-japan-autos digest:02:30");

        // 2 April 1995: 02:00 EST becomes 03:00 EDT.
        await DaysAsync(desk, Instant.FromUtc(1995, 4, 2, 7, 0), Instant.FromUtc(1995, 4, 3, 6, 30), Instant.FromUtc(1995, 4, 4, 6, 30));
    }

    [Fact]
    public async Task On_the_night_the_clocks_go_back_a_repeated_hour_comes_once()
    {
        await using var desk = await NewsDesk.OpenAsync(Instant.FromUtc(1995, 10, 28, 12, 0));
        await desk.SayAsync("follow add us-japan-autos digest:01:30");

        // 29 October 1995: 02:00 EDT becomes 01:00 EST; the hour after is the second pass.
        await DaysAsync(desk, Instant.FromUtc(1995, 10, 29, 5, 30), Instant.FromUtc(1995, 10, 30, 6, 30), Instant.FromUtc(1995, 10, 31, 6, 30));
    }

    /// <summary>Claims every half hour until the last of these moments; the digests must have come at exactly these.</summary>
    private static async Task DaysAsync(NewsDesk desk, params Instant[] expected)
    {
        while (desk.Now < expected[^1])
        {
            await desk.ClaimAsync(MomentKind.Digest, desk.Now + Duration.FromMinutes(30));
        }

        (await desk.DeliveriesAsync(DeliveryKind.Digest)).Select(digest => digest.DueAt).ShouldBe(expected);
    }

    private static async Task<NewsDesk> FollowingAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        return desk;
    }

    private static string Text(IReadOnlyList<Delivery> deliveries) => PostText.Write(deliveries.ShouldHaveSingleItem().Post);
}
