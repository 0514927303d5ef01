namespace TalksBot.Benchmarks;

/// <summary>Looks at how much memory this process holds, as long as it is not disposed of.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long _before = Environment.WorkingSet;
    private readonly Timer _timer;
    private long _most;

    /// <summary>Begins to look.</summary>
    public MemoryWatch() => _timer = new Timer(_ => Look(), state: null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));

    /// <summary>How many bytes more than at the beginning it held at most.</summary>
    public long Grown => Math.Max(0, Interlocked.Read(ref _most) - _before);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look() => Interlocked.Exchange(ref _most, Math.Max(Interlocked.Read(ref _most), Environment.WorkingSet));
}
