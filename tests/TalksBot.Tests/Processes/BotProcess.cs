using System.Diagnostics;
using System.Text.Json;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The program as people run it, in a process of its own.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly string Executable = ProgramFile.Path;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task _reading;
    private readonly List<string> _lines = [];
    private readonly Task<string> _errors;

    private BotProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAsync);
        _errors = process.StandardError.ReadToEndAsync();
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

    /// <summary>What the worker wrote to standard error until it was ready, that line included.</summary>
    public IReadOnlyList<string> Opening { get; private init; } = [];

    /// <summary>How it ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Its number among the machine's processes.</summary>
    public int Id => _process.Id;

    /// <summary>True once it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Runs it to its end.</summary>
    public static Task<Ran> RunAsync(string folder, params string[] arguments) => RunAsync(folder, new Surroundings(), arguments);

    /// <summary>Runs it to its end with settings in its environment, or started by another program, which takes a process of its own.</summary>
    public static async Task<Ran> RunAsync(string folder, Surroundings surroundings, params string[] arguments)
    {
        if (surroundings.Starter.Count > 0)
        {
            return await RunAloneAsync(folder, surroundings, arguments);
        }

        using var limit = Limit();
        return await WarmProgram.RunAsync(new WarmRun(folder, EnvironmentOf(surroundings, arguments), arguments), limit.Token);
    }

    /// <summary>Runs it to its end in a process of its own.</summary>
    public static Task<Ran> RunAloneAsync(string folder, params string[] arguments) => RunAloneAsync(folder, new Surroundings(), arguments);

    /// <summary>The same with settings in its environment.</summary>
    public static async Task<Ran> RunAloneAsync(string folder, Surroundings surroundings, params string[] arguments)
    {
        using var process = Start(folder, surroundings, arguments);
        using var limit = Limit();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new Ran(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Starts it and does not wait for anything.</summary>
    public static BotProcess Begin(string folder, Surroundings surroundings, params string[] arguments) => new(Start(folder, surroundings, arguments));

    /// <summary>Starts the worker with JSON lines and waits until it is ready.</summary>
    public static Task<BotProcess> StartWorkerAsync(string database) => StartWorkerAsync(database, new Surroundings());

    /// <summary>Starts the worker with settings in its environment and waits until it is ready.</summary>
    public static Task<BotProcess> StartWorkerAsync(string database, Surroundings surroundings) =>
        StartWorkerAsync(Path.GetDirectoryName(database)!, ["--database", database], surroundings);

    /// <summary>Starts the worker in a folder with settings in its environment and waits until it is ready.</summary>
    public static async Task<BotProcess> StartWorkerAsync(string folder, string[] arguments, Surroundings surroundings)
    {
        var process = Start(folder, surroundings, arguments);
        var opening = new List<string>();
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            opening.Add(line);
            if (line.Contains("is ready", StringComparison.Ordinal))
            {
                return new BotProcess(process) { Opening = opening };
            }
        }

        throw new InvalidOperationException($"The worker ended before it was ready: {string.Join('\n', opening)}");
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
    public Task<TimeSpan> InterruptAsync() => SignalAsync("-INT");

    /// <summary>Ends it as a service manager does.</summary>
    /// <returns>How long it took.</returns>
    public Task<TimeSpan> TerminateAsync() => SignalAsync("-TERM");

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task EndedAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _reading;
    }

    /// <summary>Makes it stand still, as a machine without a moment for it does.</summary>
    public Task PauseAsync() => TellAsync("-STOP");

    /// <summary>Lets it go on.</summary>
    public Task ResumeAsync() => TellAsync("-CONT");

    /// <summary>What it wrote to standard error after it was ready, once it has ended.</summary>
    public Task<string> ErrorsAsync() => _errors;

    /// <summary>Waits until a line is written.</summary>
    public async Task<string> LineAsync(Func<string, bool> isWanted)
    {
        while (true)
        {
            if (Lines.FirstOrDefault(isWanted) is { } line)
            {
                return line;
            }

            HasEnded.ShouldBeFalse("the program ended before it wrote what was waited for");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ends the input, as a closed pipe does.</summary>
    public void EndInput() => _process.StandardInput.Close();

    private async Task TellAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task<TimeSpan> SignalAsync(string signal)
    {
        var clock = Stopwatch.StartNew();
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
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

    private static Process Start(string folder, Surroundings surroundings, string[] arguments)
    {
        string[] words = [.. surroundings.Starter, Executable, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in EnvironmentOf(surroundings, arguments))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static Dictionary<string, string> EnvironmentOf(Surroundings surroundings, string[] arguments)
    {
        // Many run at once, and one port is enough for one.
        var environment = new Dictionary<string, string>
        {
            ["TalksBot__Platforms__Terminal__Format"] = arguments.Contains("--database") && arguments.Length == 2 ? "Json" : "Cards",
            ["TalksBot__Web__Enabled"] = "false",
        };
        foreach (var (name, value) in surroundings.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }

    private static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        return limit;
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
