using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>
/// The program in one process that is asked again and again: nearly all that a start takes is code being compiled, which is done once here. Each
/// verb also has a test that runs it in a process of its own (<see cref="BotProcess"/>).
/// </summary>
internal sealed class WarmProgram : IDisposable
{
    /// <summary>What ends what a run writes: no text of the program holds it.</summary>
    public const char End = '\u0004';

    private static readonly SemaphoreSlim Turn = new(1);

    private static WarmProgram? _here;

    private readonly Process _process;

    private WarmProgram()
    {
        var start = new ProcessStartInfo(ProgramFile.Path)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(WarmProgram).Assembly.Location;
        _process = Process.Start(start)!;
    }

    /// <summary>Runs it to its end; one run at a time.</summary>
    public static async Task<Ran> RunAsync(WarmRun run, CancellationToken token)
    {
        await Turn.WaitAsync(token);
        try
        {
            _here ??= new WarmProgram();
            return await _here.AskAsync(run, token);
        }
        catch (Exception)
        {
            // Whatever it was doing, the next run begins with another.
            _here?.Dispose();
            _here = null;
            throw;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task<Ran> AskAsync(WarmRun run, CancellationToken token)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(run).AsMemory(), token);
        await _process.StandardInput.FlushAsync(token);
        var (output, error) = (ReadAsync(_process.StandardOutput, token), ReadAsync(_process.StandardError, token));
        return new Ran((await output).ExitCode, (await output).Text, (await error).Text);
    }

    private static async Task<(string Text, int ExitCode)> ReadAsync(StreamReader from, CancellationToken token)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        for (var ends = 0; ends < 2;)
        {
            var read = await from.ReadAsync(buffer, token);
            read.ShouldBeGreaterThan(0, $"the program ended instead of answering: {text}");
            text.Append(buffer, 0, read);
            ends += buffer.AsSpan(0, read).Count(End);
        }

        var parts = text.ToString().Split(End);
        return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}

/// <summary>A run that is asked of a <see cref="WarmProgram"/>.</summary>
/// <param name="Folder">Where it runs.</param>
/// <param name="Environment">Environment variables besides the test's own.</param>
/// <param name="Arguments">What stands behind its name.</param>
internal sealed record WarmRun(string Folder, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Arguments);
