using System.Collections.Concurrent;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Transactions;

/// <summary>
/// Whether the agenda's rounds and the outbox's turns still come by, so that somebody outside can tell a worker that works from one that only
/// runs. It goes by a clock that nobody sets.
/// </summary>
public sealed class Pulse(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Beat> _beats = [];
    private readonly long _began = time.GetTimestamp();

    /// <summary>A round of the agenda ended, whether or not it could do what was due.</summary>
    internal void Round(MomentKind kind, bool isDone) => Beats($"agenda {kind}", isDone);

    /// <summary>A turn at a connection's outbox ended, whether or not it could do what was due.</summary>
    internal void Turn(string connection, bool isDone) => Beats($"outbox {connection}", isDone);

    /// <summary>How long ago the one that is longest ago ended; since the start where none has.</summary>
    public TimeSpan Oldest => Longest(beat => beat.Ended);

    /// <summary>How long ago the agenda's rounds were last all done.</summary>
    public TimeSpan Agenda => Longest(beat => beat.Done, "agenda ");

    /// <summary>How long ago the outbox's turns were last all done.</summary>
    public TimeSpan Outbox => Longest(beat => beat.Done, "outbox ");

    private TimeSpan Longest(Func<Beat, long> moment, string prefix = "") => _beats
        .Where(beat => beat.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(beat => time.GetElapsedTime(moment(beat.Value)))
        .DefaultIfEmpty(time.GetElapsedTime(_began))
        .Max();

    private void Beats(string name, bool isDone)
    {
        var now = time.GetTimestamp();
        _beats.AddOrUpdate(name, _ => new Beat(now, now), (_, before) => new Beat(now, isDone ? now : before.Done));
    }

    private sealed record Beat(long Ended, long Done);
}
