using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TalksBot.Storage.Nodes;

namespace TalksBot.Storage.Postgres;

/// <summary>
/// Gives the right to send to one node at a time. It is a row with an end by the database's clock, which the holder renews; and, so that a node
/// that dies is followed within milliseconds, a lock of the holder's session, for which the others wait. A holder that is stopped or cut off keeps
/// its session: when the row has run out, the next one ends that session (decision 0027).
/// </summary>
internal sealed partial class PostgresSendingRight(SessionConnections sessions, IDbContextFactory<PostgresTalksDb> databases, NodeIdentity self, TimeProvider time, ILogger<PostgresSendingRight> log) : ISendingRight
{
    /// <summary>How long a holder that is not heard of any more is waited for.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(6);

    /// <summary>A holder believes in its term for less than that, whatever way its last answer took.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);

    /// <summary>Tells the locks of sending apart from all others.</summary>
    private const int Locks = 0x54414C4C;

    private const int WaitMilliseconds = 3_000;

    private readonly TimeProvider _time = time;

    private readonly ConcurrentDictionary<string, bool> _last = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool WasLast(string connection) => _last.ContainsKey(connection);

    /// <inheritdoc/>
    public async Task<SendingTerm> TakeAsync(string connection, CancellationToken token)
    {
        while (true)
        {
            NpgsqlConnection? session = null;
            try
            {
                session = await sessions.OpenAsync(token);
                if (await TryTakeAsync(connection, session, token) is { } term)
                {
                    return term;
                }
            }
            catch (Exception fault) when (ServerTrouble.Is(fault))
            {
                Waits(connection, fault.Message);
            }

            await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
            await Task.Delay(sessions.HaveLocks ? Pause : PollEvery, _time, token);
        }
    }

    private async Task<SendingTerm?> TryTakeAsync(string connection, NpgsqlConnection session, CancellationToken token)
    {
        var wait = Pause;
        while (sessions.HaveLocks && !await TryLockAsync(connection, session, wait, token))
        {
            // Somebody else has it.
            _last.TryRemove(connection, out _);
            wait = await EndSilentAsync(connection, session, token);
        }

        var asked = _time.GetTimestamp();
        if (await TryWriteAsync(connection, session, token) is not { } fence)
        {
            // Its term has still to run out, though its session is gone or cannot be locked.
            return null;
        }

        _last[connection] = true;
        Taken(connection, fence);
        return new PostgresTerm(this, connection, fence, session, asked);
    }

    /// <summary>Waits for the session that holds the right to end, as long as is sensible before the row is looked at.</summary>
    private static async Task<bool> TryLockAsync(string connection, NpgsqlConnection session, TimeSpan wait, CancellationToken token)
    {
        await using var command = session.CreateCommand();
        command.CommandText = $"SELECT set_config('lock_timeout', $2, false), pg_advisory_lock({Locks}, hashtext($1))";
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        try
        {
            await command.ExecuteNonQueryAsync(token);
            return true;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>A holder whose row has run out is stopped or cut off; the server ends its session for us, and with it the lock.</summary>
    /// <returns>How long to wait for it before it is looked at again: until its row runs out, unless it is renewed.</returns>
    private async Task<TimeSpan> EndSilentAsync(string connection, NpgsqlConnection session, CancellationToken token)
    {
        await using var command = session.CreateCommand();
        command.CommandText = $"""
            SELECT "Until" - {ServerClock.Now}, CASE WHEN "Session" > 0 AND "Until" < {ServerClock.Now} THEN pg_terminate_backend("Session") ELSE false END
            FROM "{NodeMappings.Leases}" WHERE "Connection" = $1
            """;
        command.Parameters.AddWithValue(connection);
        await using var row = await command.ExecuteReaderAsync(token);
        if (!await row.ReadAsync(token))
        {
            // Whoever has the lock is about to write it.
            return Pause;
        }

        if (row.GetBoolean(1))
        {
            Ended(connection);
        }

        return TimeSpan.FromTicks(Math.Clamp(row.GetInt64(0), 0, Term.Ticks)) + Soon;
    }

    /// <summary>Writes the row, unless somebody's term has still to run; among the writers, so that no turn of the last holder is under way.</summary>
    private async Task<long?> TryWriteAsync(string connection, NpgsqlConnection session, CancellationToken token)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        await using var turn = await db.BeginWriteAsync(TimeSpan.FromMilliseconds(WaitMilliseconds), token);
        var fences = await db.Database.SqlQueryRaw<long>(
            $$"""
            INSERT INTO "{{NodeMappings.Leases}}" ("Connection", "Node", "Fence", "Until", "Session")
            VALUES ({0}, {1}, 1, {{ServerClock.Now}} + {2}, {3})
            ON CONFLICT ("Connection") DO UPDATE SET "Node" = excluded."Node", "Fence" = "{{NodeMappings.Leases}}"."Fence" + 1, "Until" = excluded."Until", "Session" = excluded."Session"
                WHERE {4} OR "{{NodeMappings.Leases}}"."Until" < {{ServerClock.Now}}
            RETURNING "Fence" AS "Value"
            """,
            connection,
            self.Id,
            Term.Ticks,
            sessions.HaveLocks ? session.ProcessID : 0,
            sessions.HaveLocks).ToListAsync(token);
        await turn.CommitAsync(token);
        return fences.Count == 0 ? null : fences[0];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This node sends for {Connection} from now on (term {Fence})")]
    private partial void Taken(string connection, long fence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The node that sent for {Connection} has not been heard of; its session with the database was ended")]
    private partial void Ended(string connection);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether this node may send for {Connection} cannot be found out, and is tried again: {Why}")]
    private partial void Waits(string connection, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The session by which this node sent for {Connection} has ended: {Why}")]
    private partial void TermEnded(string connection, string why);

    private sealed class PostgresTerm : SendingTerm
    {
        private readonly PostgresSendingRight _right;
        private readonly string _connection;
        private readonly long _fence;
        private readonly NpgsqlConnection _session;
        private readonly TimeProvider _time;
        private readonly CancellationTokenSource _ended = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _renewing;
        private long _believedUntil;

        /// <param name="right">Who gave it.</param>
        /// <param name="connection">The connection that is sent for.</param>
        /// <param name="fence">Its number.</param>
        /// <param name="session">The session that holds its lock.</param>
        /// <param name="asked">When the row was asked for, as this machine counts.</param>
        public PostgresTerm(PostgresSendingRight right, string connection, long fence, NpgsqlConnection session, long asked)
        {
            (_right, _connection, _fence, _session, _time) = (right, connection, fence, session, right._time);
            Ended = _ended.Token;
            Believe(asked);
            _renewing = Task.Run(() => RenewAsync(_stop.Token));
        }

        /// <inheritdoc/>
        public override bool IsHeld => !_ended.IsCancellationRequested && _time.GetTimestamp() < Volatile.Read(ref _believedUntil);

        /// <inheritdoc/>
        public override CancellationToken Ended { get; }

        /// <inheritdoc/>
        public override async Task ConfirmAsync(TalksDb db, CancellationToken token)
        {
            var (connection, fence) = (_connection, _fence);
            if (!IsHeld || !await db.Set<SendingLease>().AnyAsync(lease => lease.Connection == connection && lease.Fence == fence, token))
            {
                await _ended.CancelAsync();
                throw new SendingTermEndedException();
            }
        }

        /// <inheritdoc/>
        protected override async ValueTask EndAsync()
        {
            await _stop.CancelAsync();
            await _renewing;
            await _ended.CancelAsync();
            try
            {
                if (_session.State is System.Data.ConnectionState.Open)
                {
                    // Given up, so that the next one need not wait for the end of it where sessions say nothing.
                    await RunAsync($"UPDATE \"{NodeMappings.Leases}\" SET \"Until\" = 0 WHERE \"Connection\" = $1 AND \"Fence\" = $2", CancellationToken.None);
                }
            }
            catch (Exception fault) when (ServerTrouble.Is(fault))
            {
                _right.TermEnded(_connection, fault.Message);
            }

            await _session.DisposeAsync();
            _stop.Dispose();
            _ended.Dispose();
        }

        private async Task RenewAsync(CancellationToken stop)
        {
            try
            {
                while (true)
                {
                    // That the session ends is heard at once, and not only when the row is to be renewed: with it the lock is free for others.
                    await _session.WaitAsync(RenewEvery, stop);
                    var asked = _time.GetTimestamp();
                    if (await RunAsync($"UPDATE \"{NodeMappings.Leases}\" SET \"Until\" = {ServerClock.Now} + {Term.Ticks.ToString(CultureInfo.InvariantCulture)} WHERE \"Connection\" = $1 AND \"Fence\" = $2", stop) == 0)
                    {
                        break;
                    }

                    Believe(asked);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (ServerTrouble.Is(fault))
            {
                // With the session the lock is gone, and another node may have taken over.
                _right.TermEnded(_connection, fault.Message);
            }

            await _ended.CancelAsync();
        }

        private async Task<int> RunAsync(string sql, CancellationToken token)
        {
            await using var command = _session.CreateCommand();
#pragma warning disable CA2100 // Statements of this program; what it is about goes in as values.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.CommandTimeout = (int)Term.TotalSeconds;
            command.Parameters.AddWithValue(_connection);
            command.Parameters.AddWithValue(_fence);
            return await command.ExecuteNonQueryAsync(token);
        }

        private void Believe(long asked) => Volatile.Write(ref _believedUntil, asked + (long)((Term - Margin).TotalSeconds * _time.TimestampFrequency));
    }
}
