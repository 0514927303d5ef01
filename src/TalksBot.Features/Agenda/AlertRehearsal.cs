using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Agenda;

/// <summary>
/// A deadline from its setting to the receipts of its alerts, of talks and in a channel that nobody ever sees: nothing of it holds. To be done
/// in a <see cref="Storage.Opening.ScratchDatabase"/>, so that nobody waits for it.
/// </summary>
internal sealed class AlertRehearsal(TalksDb db, AgendaPlanner planner, AgendaProcessor agenda, OutboxRehearsal outbox, IEnumerable<IDueMomentHandler> handlers)
{
    private static readonly ChannelAddress Nowhere = new("rehearsal", "", "rehearsal");

    private static readonly WallClock Clock = new("UTC", DateTimeZone.Utc);

    private static readonly Duration Ahead = Duration.FromHours(2);

    /// <summary>Goes through it.</summary>
    /// <returns>How many alerts went all the way.</returns>
    public async Task<int> RunAsync(Instant now, CancellationToken token)
    {
        await using var rolledBack = await db.Database.BeginTransactionAsync(token);
        var talks = Talks(now);
        db.AllNegotiations.Add(talks);
        await planner.ReplanAsync(talks, now, token);
        await db.SaveChangesAsync(token);
        db.ChangeTracker.Clear();
        var due = await db.Moments.AsNoTracking()
            .Where(moment => moment.NegotiationId == talks.Id && moment.Kind == MomentKind.Countdown)
            .OrderBy(moment => moment.Due)
            .ToListAsync(token);
        await agenda.ClaimAsync(handlers.Single(known => known.Kind == MomentKind.Countdown), due, now + Ahead, token);
        await db.SaveLastAsync(token);
        return await outbox.RunAsync(Nowhere.ConnectionName, now + Ahead, token);
    }

    private static Negotiation Talks(Instant now)
    {
        var stamp = Stamp.Clock(now);
        var talks = new Negotiation(new TalksTerms($"rehearsal-{Guid.NewGuid():N}", "Rehearsal", [], "", DateTimeZone.Utc, [Clock]), stamp);
        talks.AddFollow(Nowhere, new FollowSettings(Clock, DigestAt: null, Ladder.Default, WirePriority.Deferred, Mention: null), stamp);
        talks.AddDeadline(new DeadlineTerms("Rehearsal", CivilTime.At(now + Ahead, DateTimeZone.Utc)), stamp);
        return talks;
    }
}
