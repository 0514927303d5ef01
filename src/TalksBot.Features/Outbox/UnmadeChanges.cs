using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Finds changes of messages that the operations channel must hear of: those given up, and those that are still not made after a while.</summary>
internal sealed class UnmadeChanges(TalksDb db)
{
    private const int MostAtOnce = 500;

    /// <summary>Those of a connection that nobody was told of.</summary>
    public async Task<IReadOnlyList<UnmadeChange>> FindAsync(string connection, Instant now, CancellationToken token)
    {
        var since = now - ChangeRules.ToldAfter;
        var changes = await Untold(db, connection)
            .Where(change => change.State == DeliveryState.Failed || change.DueAt <= since)
            .OrderBy(change => change.Priority).ThenBy(change => change.Id)
            .Take(MostAtOnce)
            .ToListAsync(token);
        if (changes.Count == 0)
        {
            return [];
        }

        var targets = changes.Select(change => change.TargetId).Distinct().ToList();
        var messages = await db.Deliveries.AsNoTracking().Where(message => targets.Contains(message.Id)).ToDictionaryAsync(message => message.Id, token);
        return
        [
            .. from change in changes
               let message = messages[change.TargetId!.Value]
               select new UnmadeChange(change, message, new MessageAddress(message.Channel, message.MessageId ?? "")),
        ];
    }

    /// <summary>When the next one must be told of, if it is not made before; null when nothing is under way.</summary>
    /// <param name="db">The database.</param>
    /// <param name="connection">One connection; null for all.</param>
    public static async Task<Instant?> NextAsync(TalksDb db, string? connection, CancellationToken token)
    {
        var untold = Untold(db, connection);
        return await untold.AnyAsync(change => change.State == DeliveryState.Failed, token)
            ? Instant.MinValue
            : await untold.MinAsync(change => (Instant?)change.DueAt, token) + ChangeRules.ToldAfter;
    }

    /// <summary>True where there is one of a connection that nobody was told of.</summary>
    public static Task<bool> AnyAsync(TalksDb db, string connection, CancellationToken token) => Untold(db, connection).AnyAsync(token);

    /// <summary>
    /// What is only waiting for its turn is no news, unless words stand that must not: then it does not matter what keeps them there.
    /// </summary>
    private static IQueryable<Delivery> Untold(TalksDb db, string? connection) => db.Deliveries.Where(change =>
        (connection == null || change.Connection == connection) && change.Act != DeliveryAct.Post && change.ToldAt == null && change.AwaitsId == null
        && (change.State == DeliveryState.Pending || change.State == DeliveryState.Sending || change.State == DeliveryState.Failed)
        && (change.State == DeliveryState.Failed
            || (change.State == DeliveryState.Pending && change.Attempts > 0)
            || ((change.State == DeliveryState.Pending || change.State == DeliveryState.Sending)
                && (change.ChangedFor == ChangeReason.Killed || change.ChangedFor == ChangeReason.Undone || change.ChangedFor == ChangeReason.Corrected)))
        && db.Deliveries.Any(message => message.Id == change.TargetId && message.State == DeliveryState.Sent));
}

/// <summary>A change of a message that could not be made, or not yet.</summary>
/// <param name="Change">The change.</param>
/// <param name="Message">The message, which still stands as it was.</param>
/// <param name="Address">Where that is.</param>
internal sealed record UnmadeChange(Delivery Change, Delivery Message, MessageAddress Address)
{
    /// <summary>True when it is not tried any more.</summary>
    public bool IsFinal => Change.State is DeliveryState.Failed;

    /// <summary>The updates whose words it takes away.</summary>
    public IReadOnlyList<string> Accounts { get; } = [.. (Change.Before?.Accounts ?? []).Except(Change.Post.Accounts)];

    /// <summary>The message's address on the web; null where it has none that is known.</summary>
    public Uri? Link { get; init; }
}
