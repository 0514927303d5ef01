using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests.Agenda;

/// <summary>An alert that is gone through before it is due leaves nothing behind.</summary>
public sealed class RehearsalTests
{
    private static readonly Instant Hour = Instant.FromUtc(1995, 6, 29, 3, 59);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_it_holds_and_the_alert_comes_once_when_it_is_due()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos digest:none ladder:\"0\"");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs on luxury cars\"");
        var before = await WholeAsync(desk);

        (await desk.RehearseAsync()).ShouldBePositive();

        (await WholeAsync(desk)).ShouldBe(before);
        desk.Clock.AdvanceTo(Hour);
        await desk.ClaimOneAsync(MomentKind.Countdown);
        var told = (await desk.DeliveriesAsync(DeliveryKind.DeadlinePassed)).ShouldHaveSingleItem();
        told.DueAt.ShouldBe(Hour);
    }

    /// <summary>A command that is being written when the rehearsal begins keeps its turn, and the rehearsal does not wait for it.</summary>
    [Fact]
    public async Task It_waits_for_nobody_and_nobody_for_it()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos digest:none ladder:\"0\"");

        await desk.WhileWritingAsync(desk.RehearseAsync);
    }

    /// <summary>All rows that an alert writes.</summary>
    private static async Task<string> WholeAsync(NewsDesk desk)
    {
        var counts = await desk.ReadAsync(async db => (
            await db.Deliveries.CountAsync(Token),
            await db.Changes.CountAsync(Token),
            await db.Moments.CountAsync(moment => moment.State == MomentState.Open, Token),
            await db.Moments.CountAsync(Token),
            await db.Negotiations.SumAsync(talks => talks.Revision, Token)));
        return $"{counts}";
    }
}
