using System.Globalization;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TalksBot.Core.Agenda;
using TalksBot.Storage.Nodes;

namespace TalksBot.Storage.Postgres;

/// <summary>
/// The nodes by their rows, and what they tell one another by NOTIFY: after a commit and on a connection of its own, since the server takes one
/// lock for all notifications (https://www.postgresql.org/docs/15/sql-notify.html). Whoever misses a hint finds what it was about at its heartbeat.
/// </summary>
internal sealed partial class PostgresNodes(IDbContextFactory<PostgresTalksDb> databases, SessionConnections sessions, NodeIdentity self, TimeProvider time, ILogger<PostgresNodes> log) : INodes
{
    private const string Channel = "talksbot";

    /// <summary>A node that has been silent for so long is not shown any more, and its row goes.</summary>
    private static readonly Duration Forgotten = Duration.FromHours(1);

    /// <summary>People do nothing twice after so long a time.</summary>
    private static readonly Duration InteractionsKept = Duration.FromDays(1);

    /// <summary>The server takes one lock for each notification, so that there are no more of them than that.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A notification holds 8,000 bytes; one hint takes some hundred.</summary>
    private readonly Channel<NodeHint> _hints = System.Threading.Channels.Channel.CreateUnbounded<NodeHint>();

    private int _sending;

    private long _sent;

    private long _beats;

    /// <inheritdoc/>
    public bool AreShared => true;

    /// <inheritdoc/>
    public async Task<Duration> BeatAsync(CancellationToken token)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        await db.Database.OpenConnectionAsync(token);
        var clock = time as DatabaseClock;
        var ahead = clock?.Ahead ?? Duration.Zero;
        var asked = TimeProvider.System.GetTimestamp();
        var at = await db.Database.SqlQueryRaw<long>(
            $$"""
            INSERT INTO "{{NodeMappings.Nodes}}" AS n ("Id", "Name", "Version", "StartedAt", "BeatAt", "Ahead")
            VALUES ({0}, {1}, {2}, {{ServerClock.Now}}, {{ServerClock.Now}}, {3})
            ON CONFLICT ("Id") DO UPDATE SET "BeatAt" = excluded."BeatAt", "Ahead" = excluded."Ahead" RETURNING n."BeatAt" AS "Value"
            """,
            self.Id,
            self.Name,
            self.Version,
            ahead.BclCompatibleTicks).ToListAsync(token);
        clock?.Look(Instant.FromUnixTimeTicks(at[0]), asked, TimeProvider.System.GetTimestamp());
        if (_beats++ % 100 == 0)
        {
            await ForgetAsync(db, Instant.FromUnixTimeTicks(at[0]), token);
        }

        return clock?.Ahead ?? Duration.Zero;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KnownNode>> ListAsync(CancellationToken token)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        var now = Instant.FromUnixTimeTicks(await db.Database.SqlQueryRaw<long>($"SELECT {ServerClock.Now} AS \"Value\"").SingleAsync(token));
        var since = now - Forgotten;
        var nodes = await db.Set<Node>().AsNoTracking().Where(node => node.BeatAt > since).OrderBy(node => node.Name).ToListAsync(token);
        var leases = await db.Set<SendingLease>().AsNoTracking().Where(lease => lease.Until > now).OrderBy(lease => lease.Connection).ToListAsync(token);
        return [.. nodes.Select(node => new KnownNode(node, [.. leases.Where(lease => lease.Node == node.Id).Select(lease => lease.Connection)], now - node.BeatAt, node.Id == self.Id))];
    }

    /// <inheritdoc/>
    public async Task LeaveAsync(CancellationToken token)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        await db.Set<Node>().Where(node => node.Id == self.Id).ExecuteDeleteAsync(token);
    }

    /// <inheritdoc/>
    public void Tell(NodeHint hint)
    {
        if (!sessions.HaveLocks)
        {
            return;
        }

        _hints.Writer.TryWrite(hint);
        if (Interlocked.Exchange(ref _sending, 1) == 0)
        {
            _ = Task.Run(SendAsync);
        }
    }

    /// <inheritdoc/>
    public async Task ListenAsync(Func<NodeHint, Task> heard, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                await using var session = await sessions.OpenAsync(token);
                if (!sessions.HaveLocks)
                {
                    return;
                }

                await HearAsync(session, heard, token);
            }
            catch (Exception fault) when (ServerTrouble.Is(fault))
            {
                Deaf(fault.Message);
                await Task.Delay(Pause, time, token);
            }
        }
    }

    private async Task HearAsync(NpgsqlConnection session, Func<NodeHint, Task> heard, CancellationToken token)
    {
        var waiting = System.Threading.Channels.Channel.CreateUnbounded<NodeHint>();
        session.Notification += (_, notification) =>
        {
            if (HintText.Read(notification.Payload, self.Id) is { } hint)
            {
                waiting.Writer.TryWrite(hint);
            }
        };
        await using (var command = session.CreateCommand())
        {
            command.CommandText = $"LISTEN {Channel}";
            await command.ExecuteNonQueryAsync(token);
        }

        while (true)
        {
            await session.WaitAsync(token);
            while (waiting.Reader.TryRead(out var hint))
            {
                await heard(hint);
            }
        }
    }

    /// <summary>The first hint goes at once, and what is told within a moment after it as one.</summary>
    private async Task SendAsync()
    {
        try
        {
            var (hasPosts, isOtherwise) = (false, false);
            var first = new Dictionary<MomentKind, Instant>();
            var rest = Apart - TimeProvider.System.GetElapsedTime(_sent);
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
            _sent = TimeProvider.System.GetTimestamp();
            Interlocked.Exchange(ref _sending, 0);
            while (_hints.Reader.TryRead(out var hint))
            {
                hasPosts |= hint.HasPosts;
                isOtherwise |= hint.IsOtherwise;
                foreach (var (kind, due) in hint.First)
                {
                    first[kind] = first.TryGetValue(kind, out var known) ? Instant.Min(known, due) : due;
                }
            }

            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {HintText.Write(self.Id, new NodeHint(hasPosts, isOtherwise, first))})");
        }
        catch (Exception fault) when (ServerTrouble.Is(fault))
        {
            // A hint: nobody depends on it.
            Mute(fault.Message);
        }
    }

    private static async Task ForgetAsync(PostgresTalksDb db, Instant now, CancellationToken token)
    {
        var (silent, old) = (now - Forgotten, now - InteractionsKept);
        await db.Set<Node>().Where(node => node.BeatAt < silent).ExecuteDeleteAsync(token);
        await db.Set<ClaimedInteraction>().Where(interaction => interaction.ClaimedAt < old).ExecuteDeleteAsync(token);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The hints of other nodes cannot be heard for the moment: {Why}")]
    private partial void Deaf(string why);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A hint for other nodes could not be given: {Why}")]
    private partial void Mute(string why);
}

/// <summary>A hint as it travels: <c>node pr- kind=ticks,kind=ticks</c>, with <c>p</c> for posts and <c>r</c> for the record.</summary>
internal static class HintText
{
    /// <summary>Writes it.</summary>
    public static string Write(string node, NodeHint hint) => string.Create(
        CultureInfo.InvariantCulture,
        $"{node} {(hint.HasPosts ? "p" : "")}{(hint.IsOtherwise ? "r" : "")}- {string.Join(',', hint.First.Select(first => string.Create(CultureInfo.InvariantCulture, $"{(int)first.Key}={first.Value.ToUnixTimeTicks()}")))}");

    /// <summary>Reads one of another node; null where it is this node's own, or of a version that writes it otherwise.</summary>
    public static NodeHint? Read(string text, string self)
    {
        if (text.Split(' ') is not [var node, var what, var moments] || node == self)
        {
            return null;
        }

        var first = new Dictionary<MomentKind, Instant>();
        foreach (var moment in moments.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (moment.Split('=') is not [var kind, var ticks]
                || !int.TryParse(kind, CultureInfo.InvariantCulture, out var number) || !Enum.IsDefined((MomentKind)number)
                || !long.TryParse(ticks, CultureInfo.InvariantCulture, out var due))
            {
                return null;
            }

            first[(MomentKind)number] = Instant.FromUnixTimeTicks(due);
        }

        return new NodeHint(what.Contains('p', StringComparison.Ordinal), what.Contains('r', StringComparison.Ordinal), first);
    }
}
