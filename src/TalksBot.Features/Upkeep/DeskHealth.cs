using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Keeping;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Upkeep;

/// <summary>How the desk is: its connections, what waits, whether agenda and outbox come by, the last copy, the disk.</summary>
/// <param name="pulse">The rounds and turns of this process; null in one that only runs commands.</param>
internal sealed class DeskHealth(TalksDb db, OpenDatabase database, BackupLog backups, IOptions<BackupOptions> nights, IEnumerable<KnownConnection> known, INodes nodes, Pulse? pulse = null)
{
    /// <summary>Reads it.</summary>
    public async Task<Health> ReadAsync(Instant now, CancellationToken token)
    {
        var pauses = await db.Pauses.AsNoTracking().ToListAsync(token);
        var waiting = await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Pending)
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Oldest = all.Min(delivery => delivery.DueAt) })
            .SingleOrDefaultAsync(token);
        var next = await db.Moments.Where(moment => moment.State == MomentState.Open).MinAsync(moment => (Instant?)moment.Due, token);
        return new Health
        {
            Connections = [.. known.Select(connection => connection.Name).Order(StringComparer.Ordinal)],
            Pauses = pauses,
            Waiting = waiting?.Count ?? 0,
            OldestDue = waiting?.Oldest,
            NextMoment = next,
            Agenda = pulse?.Agenda,
            Outbox = pulse?.Outbox,
            BackedUpAt = await backups.LastAsync(token),
            BacksUp = nights.Value.Hour is not null,
            Database = await DatabaseState.ReadAsync(db, database.File, token),
            Nodes = await nodes.ListAsync(token),
            Memory = Environment.WorkingSet,
            At = now,
        };
    }
}

/// <summary>How the desk is at a moment.</summary>
internal sealed record Health
{
    private static readonly TimeSpan StillComesBy = TimeSpan.FromMinutes(1);
    private static readonly Duration NodeIsHeardWithin = Duration.FromSeconds(20);
    private static readonly Duration ClockIsKeptWithin = Duration.FromMilliseconds(100);
    private static readonly Duration WaitsLong = Duration.FromMinutes(5);

    /// <summary>The connections there are.</summary>
    public required IReadOnlyList<string> Connections { get; init; }

    /// <summary>What is sent nothing for a while.</summary>
    public required IReadOnlyList<ChannelPause> Pauses { get; init; }

    /// <summary>How many posts and changes wait.</summary>
    public required int Waiting { get; init; }

    /// <summary>When the first of them was due; null where none waits.</summary>
    public required Instant? OldestDue { get; init; }

    /// <summary>When something falls due next; null where nothing is planned.</summary>
    public required Instant? NextMoment { get; init; }

    /// <summary>How long ago the agenda's rounds were last all done; null where this process has no agenda.</summary>
    public required TimeSpan? Agenda { get; init; }

    /// <summary>How long ago the outbox's turns were last all done; null where this process has no outbox.</summary>
    public required TimeSpan? Outbox { get; init; }

    /// <summary>When the last good copy was made; null where there is none.</summary>
    public required Instant? BackedUpAt { get; init; }

    /// <summary>Copies are made by themselves.</summary>
    public required bool BacksUp { get; init; }

    /// <summary>The database.</summary>
    public required DatabaseState Database { get; init; }

    /// <summary>The workers that share the database; none where one has it alone.</summary>
    public required IReadOnlyList<KnownNode> Nodes { get; init; }

    /// <summary>What the process holds, in bytes.</summary>
    public required long Memory { get; init; }

    /// <summary>The moment.</summary>
    public required Instant At { get; init; }

    /// <summary>The connections that take nothing, for sure.</summary>
    public IReadOnlyList<ChannelPause> Down => [.. Pauses.Where(pause => pause is { IsWhole: true, IsCertain: true })];

    /// <summary>Posts wait for longer than a busy minute explains.</summary>
    public bool IsBehind => OldestDue is { } oldest && At - oldest > WaitsLong;

    /// <summary>Agenda and outbox do what is due.</summary>
    public bool Works => Agenda < StillComesBy && Outbox < StillComesBy;

    /// <summary>The last good copy is too old.</summary>
    public bool IsCopyOld => BacksUp && BackedUpAt is { } at && At - at > NightPlan.OldestGood;

    /// <summary>A node that has not been heard of for as long is gone, or cut off.</summary>
    public static bool IsSilent(KnownNode node) => node.Silent > NodeIsHeardWithin;

    /// <summary>A node's clock is not kept by anybody.</summary>
    public static bool IsOff(KnownNode node) => Duration.Max(node.Node.Ahead, -node.Node.Ahead) > ClockIsKeptWithin;

    /// <summary>True when nothing is amiss.</summary>
    public bool IsWell => Works && !Nodes.Any(node => IsSilent(node) || IsOff(node)) && Down.Count == 0 && !IsBehind && !IsCopyOld && !Database.IsNearlyFull;
}
