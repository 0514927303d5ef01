namespace TalksBot.Features.Fetching;

/// <summary>Lets one request at a time go to a host, whoever asks.</summary>
internal sealed class HostTurns
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();

    /// <summary>Waits for the turn; it ends when it is disposed.</summary>
    public async Task<IDisposable> TakeAsync(string host, CancellationToken token)
    {
        var line = Join(host);
        try
        {
            await line.Turn.WaitAsync(token);
        }
        catch
        {
            Leave(host, line);
            throw;
        }

        return new Taken(() =>
        {
            line.Turn.Release();
            Leave(host, line);
        });
    }

    private Line Join(string host)
    {
        lock (_gate)
        {
            if (!_lines.TryGetValue(host, out var line))
            {
                _lines.Add(host, line = new Line());
            }

            line.Waiting++;
            return line;
        }
    }

    private void Leave(string host, Line line)
    {
        lock (_gate)
        {
            if (--line.Waiting == 0)
            {
                _lines.Remove(host);
            }
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Waiting { get; set; }
    }

    private sealed class Taken(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
