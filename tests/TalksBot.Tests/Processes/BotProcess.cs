using System.Diagnostics;
using System.Text.Json;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The program as people run it, in a process of its own.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly string Executable = ProgramFile.Path;

    private readonly Process _process;
    private readonly Task _reading;
    private readonly List<string> _lines = [];

    private BotProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>What it wrote to standard output so far, a line each.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The posts among the lines, as JSON.</summary>
    public IEnumerable<JsonElement> Posts => Lines.Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts the worker with JSON lines and waits until it is ready.</summary>
    public static async Task<BotProcess> StartWorkerAsync(string database)
    {
        var process = Start(Path.GetDirectoryName(database)!, ["--database", database]);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("is ready", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync();
                return new BotProcess(process);
            }
        }

        throw new InvalidOperationException("The worker ended before it was ready.");
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> InterruptAsync()
    {
        var clock = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        await _reading;
        return clock.Elapsed;
    }

    /// <summary>Types a line.</summary>
    public async Task TypeAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["TalksBot__Platforms__Terminal__Format"] = arguments.Contains("--database") && arguments.Length == 2 ? "Json" : "Cards";
        return Process.Start(start)!;
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }
}
