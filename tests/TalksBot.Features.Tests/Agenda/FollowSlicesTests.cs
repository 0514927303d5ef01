using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests.Agenda;

/// <summary>Talks that more channels follow than are told in one transaction.</summary>
public sealed class FollowSlicesTests
{
    private const int Slice = 100;
    private const int Follows = Slice + 30;

    private static readonly Instant Hour = Instant.FromUtc(1995, 6, 29, 3, 59);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_channel_is_told_once_that_a_deadline_passed_and_the_record_says_so_once()
    {
        await using var desk = await FollowedAsync();

        (await desk.ClaimOneAsync(MomentKind.Countdown)).ShouldBeTrue();
        (await ToldAsync(desk)).Count.ShouldBe(Slice);
        (await desk.ClaimOneAsync(MomentKind.Countdown)).ShouldBeFalse();

        var told = await ToldAsync(desk);
        (told.Count, told.Distinct().Count()).ShouldBe((Follows, Follows));
        (await desk.TalksAsync()).Changes.Count(change => change.Verb == Core.Negotiations.ChangeVerb.Passed).ShouldBe(1);
        (await desk.AgendaAsync(MomentKind.Nudge)).ShouldAllBe(nudge => nudge.Due > Hour);
        (await desk.AgendaAsync(MomentKind.Nudge)).Select(nudge => nudge.Rung).ShouldBeUnique();
        (await desk.AgendaAsync(MomentKind.Countdown)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_meanwhile_that_has_nothing_to_do_with_it_stops_nothing()
    {
        await using var desk = await FollowedAsync();
        await desk.ClaimOneAsync(MomentKind.Countdown);

        await desk.SayAsync("session add us-japan-autos \"29 Jun 1995 10:00 am CEST\"");
        await desk.ClaimOneAsync(MomentKind.Countdown);

        (await ToldAsync(desk)).Count.ShouldBe(Follows);
    }

    [Fact]
    public async Task What_is_not_true_any_more_is_told_to_nobody_else()
    {
        await using var desk = await FollowedAsync();
        await desk.ClaimOneAsync(MomentKind.Countdown);

        await desk.SayAsync("deadline met us-japan-autos D1");
        (await desk.ClaimOneAsync(MomentKind.Countdown)).ShouldBeFalse();

        (await ToldAsync(desk)).Count.ShouldBe(Slice);
    }

    [Fact]
    public async Task What_falls_due_meanwhile_is_told_to_all_after_it()
    {
        await using var desk = await FollowedAsync();
        await desk.SayAsync("deadline add us-japan-autos \"29 Jun 1995 00:00 EDT\" \"The next one\"");
        await desk.ClaimOneAsync(MomentKind.Countdown);

        desk.Clock.AdvanceTo(Hour + Duration.FromMinutes(1));
        while (await desk.ClaimOneAsync(MomentKind.Countdown))
        {
            // Slice after slice.
        }

        var posts = await desk.DeliveriesAsync(DeliveryKind.DeadlinePassed);
        posts.GroupBy(post => post.Subject).ShouldAllBe(subject => subject.Select(post => post.Channel).Distinct().Count() == Follows && subject.Count() == Follows);
        posts.Last(post => post.Subject == "D1").Id.ShouldBeLessThan(posts.First(post => post.Subject == "D2").Id);
    }

    /// <summary>The hour of the founding case, of which nobody has heard anything before.</summary>
    private static async Task<NewsDesk> FollowedAsync()
    {
        var desk = await NewsDesk.WithSlicesAsync(Slice);
        await desk.SayAsync("follow add us-japan-autos digest:none ladder:\"0\"");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs on luxury cars\"");
        await desk.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {Follows - 1})
            INSERT INTO "Follows" ("NegotiationId", "Channel", "Settings_Clock", "Settings_DigestAt", "Settings_Ladder", "Settings_LeastPriority", "Settings_Live", "Settings_Thread", "Since", "DigestedUntil")
            SELECT "NegotiationId", 'terminal:c' || CAST(n AS TEXT), "Settings_Clock", "Settings_DigestAt", "Settings_Ladder", "Settings_LeastPriority", "Settings_Live", "Settings_Thread", "Since", "DigestedUntil"
            FROM "Follows", copies
            """,
            Token));
        desk.Clock.AdvanceTo(Hour);
        return desk;
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(NewsDesk desk) => [.. (await desk.DeliveriesAsync(DeliveryKind.DeadlinePassed)).Select(post => post.Channel.ToString())];
}
