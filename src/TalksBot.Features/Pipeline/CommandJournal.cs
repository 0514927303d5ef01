using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Platforms;
using TalksBot.Features.Commands;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Pipeline;

/// <summary>Keeps what the command at hand changes, so that it can be taken back and read in the audit.</summary>
internal sealed class CommandJournal(TalksDb db, CommitEffects effects, IClock clock)
{
    private const int MostAtOnce = 1_000;

    /// <summary>The same command, told before, that was carried out and holds; null for none.</summary>
    public async Task<Act?> EarlierAsync(CommandCall call, CancellationToken token) => call.Caller.IdempotencyKey is { } key
        ? await db.Acts.FirstOrDefaultAsync(act => act.IdempotencyKey == key && act.UndoneBy == null, token)
        : null;

    /// <summary>
    /// Writes the command down, when it changed something, with everything that it caused; live status messages follow the record
    /// by themselves.
    /// </summary>
    /// <param name="call">The command.</param>
    /// <param name="changed">The talks that it changed.</param>
    public async Task<Act> KeepAsync(CommandCall call, IReadOnlyList<Negotiation> changed, CancellationToken token)
    {
        var act = new Act(call.Line, call.Stamp(clock.GetCurrentInstant()), call.Caller.IdempotencyKey);
        db.Acts.Add(act);
        act.Changed(call.Find("talks")?.ToLowerInvariant() ?? "", []);
        foreach (var talks in changed)
        {
            act.Changed(talks.Slug, (call.Spec.IsFinal, talks.ChangesMade() is [{ Verb: ChangeVerb.Opened }, ..]) switch
            {
                (true, _) => [],
                (_, true) => [new PartChange(TalksParts.Whole, Before: null, TalksParts.Find(talks, TalksParts.Whole))],
                _ => talks.PartsChanged(),
            });
            foreach (var change in talks.ChangesMade())
            {
                change.CausedBy(act.Key);
            }
        }

        var ofTheDesk = db.Tracked<Change>().Select(entry => entry.Entity).Where(change => change is { NegotiationId: null, Act: "" });
        foreach (var change in ofTheDesk.ToList())
        {
            change.CausedBy(act.Key);
            if (change.Verb is ChangeVerb.Granted or ChangeVerb.Revoked or ChangeVerb.Joined or ChangeVerb.Parted && !call.Spec.IsFinal)
            {
                act.Changed("", [new PartChange(change.Subject, Given(ChangeWording.Of(change.Before)), Given(ChangeWording.Of(change.After)))]);
            }
        }

        await db.SaveBeforeDeliveriesAsync(token);
        await CauseAsync(act, [.. effects.Deliveries.Where(delivery => delivery.Kind is not DeliveryKind.Live)], token);
        return act;
    }

    private async Task CauseAsync(Act act, IReadOnlyList<Delivery> deliveries, CancellationToken token)
    {
        foreach (var delivery in deliveries.Where(delivery => delivery.Id == 0))
        {
            delivery.CausedBy(act.Id);
        }

        foreach (var some in deliveries.Where(delivery => delivery.Id != 0).Select(delivery => delivery.Id).Chunk(MostAtOnce))
        {
            await db.Deliveries.Where(delivery => some.Contains(delivery.Id)).ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.ActId, act.Id), token);
        }
    }

    private static string? Given(string role) => role.Length == 0 ? null : role;
}
