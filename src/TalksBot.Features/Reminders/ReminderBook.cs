using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Reminders;
using TalksBot.Core.Times;
using TalksBot.Features.Agenda;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Reminders;

/// <summary>Everybody's reminders. They are no part of the record, so each change of them is a transaction of its own.</summary>
internal sealed class ReminderBook(TalksDb db, UnitOfWork turns, AgendaPlanner agenda, IClock clock)
{
    /// <summary>So many at a time are a person's; more would be a list of all there is.</summary>
    public const int Most = 50;

    /// <summary>The clock of the person's latest reminder; null where they have none.</summary>
    public Task<WallClock?> ClockAsync(string person, CancellationToken token) =>
        db.Reminders.Where(known => known.Person == person).OrderByDescending(known => known.Id).Select(known => known.Clock).FirstOrDefaultAsync(token);

    /// <summary>A person's reminders that are still to come, the soonest first, each with the head of its talks.</summary>
    public async Task<IReadOnlyList<(Negotiation Talks, Reminder Reminder)>> OfAsync(string person, CancellationToken token)
    {
        var own = await db.Reminders.Where(known => known.Person == person).ToListAsync(token);
        var ids = own.Select(known => known.NegotiationId).ToHashSet();
        var talks = await db.Negotiations.Where(known => ids.Contains(known.Id)).Include(known => known.Deadlines).Include(known => known.Sessions).AsSplitQuery().ToDictionaryAsync(known => known.Id, token);
        var now = clock.GetCurrentInstant();
        return
        [
            .. own.Where(known => talks.TryGetValue(known.NegotiationId, out var of) && ReminderPlan.Due(of, known) is not null && ReminderPlan.IsAhead(of, known, now))
                .Select(known => (talks[known.NegotiationId], known))
                .OrderBy(item => ReminderPlan.Due(item.Item1, item.known)),
        ];
    }

    /// <summary>True where the person has that reminder already.</summary>
    public Task<bool> HasAsync(string person, int talks, ReminderWish wish, CancellationToken token) => db.Reminders.AnyAsync(
        known => known.Person == person && known.NegotiationId == talks && known.Subject == wish.Subject && known.Before == wish.Before && known.ToldOf == null, token);

    /// <summary>Keeps a reminder, and plans it.</summary>
    /// <returns>The reminder with the talks as they stand; null where the subject was settled meanwhile.</returns>
    public async Task<(Negotiation Talks, Reminder Reminder)?> AddAsync(Caller caller, Core.Channels.ChannelAddress direct, int talks, ReminderWish wish, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();

        // Read anew: while the platform was asked somebody may have moved it.
        db.ChangeTracker.Clear();
        await using var turn = await turns.BeginAsync(token);
        var current = await db.Negotiations.Where(known => known.Id == talks).Head().SingleOrDefaultAsync(token);
        if (current is null || ReminderPlan.Falls(current, wish.Subject) is not { } at || at <= now)
        {
            return null;
        }

        // One that was told already and is asked for again begins anew.
        await db.Reminders.Where(known => known.Person == caller.Person && known.NegotiationId == talks && known.Subject == wish.Subject && known.Before == wish.Before).ExecuteDeleteAsync(token);
        var reminder = new Reminder(caller.Person, direct, talks, wish, now);
        db.Reminders.Add(reminder);
        await agenda.ReplanAsync(current, now, token);
        await turn.CommitAsync(token);
        return (current, reminder);
    }

    /// <summary>Ends reminders of a person: of one subject of some talks, or all.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndAsync(string person, int? talks, string? subject, CancellationToken token)
    {
        await using var turn = await turns.BeginAsync(token);
        var ended = await db.Reminders
            .Where(known => known.Person == person && (talks == null || known.NegotiationId == talks) && (subject == null || known.Subject == subject))
            .ToListAsync(token);
        db.Reminders.RemoveRange(ended);
        foreach (var id in ended.Select(known => known.NegotiationId).Distinct().ToList())
        {
            if (await db.Negotiations.Where(known => known.Id == id).Head().SingleOrDefaultAsync(token) is { } of)
            {
                await agenda.ReplanAsync(of, clock.GetCurrentInstant(), token);
            }
        }

        await turn.CommitAsync(token);
        return ended.Count;
    }
}
