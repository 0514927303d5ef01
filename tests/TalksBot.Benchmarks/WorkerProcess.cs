using System.Diagnostics;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>The published worker as a process of its own, as people run it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>How long it took from start to saying that it is ready.</summary>
    public required TimeSpan ReadyAfter { get; init; }

    /// <summary>The memory it holds, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="settings">Environment variables that configure it.</param>
    public static async Task<WorkerProcess> StartAsync(string database, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo(ProgramFile.Published, ["--database", database])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(database),
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("is ready", StringComparison.Ordinal))
            {
                // What it still says must be read, or it would wait to be able to say it.
                _ = process.StandardError.ReadToEndAsync();
                return new WorkerProcess(process) { ReadyAfter = clock.Elapsed };
            }
        }

        throw new InvalidOperationException("The worker ended before it was ready.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
