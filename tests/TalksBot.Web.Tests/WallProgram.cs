using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Web.Tests;

/// <summary>The program as people run it, in a process of its own, with its door open.</summary>
internal sealed partial class WallProgram : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly Process _process;

    private WallProgram() => _process = Process.Start(new ProcessStartInfo(ProgramFile.Path, ["--database", _database.File])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = _database.Folder,
        Environment = { ["TalksBot__Web__Urls"] = "http://127.0.0.1:0", ["TalksBot__Platforms__Terminal__Format"] = "Json" },
    })!;

    /// <summary>The wall that it prints the address of.</summary>
    public Uri Wall { get; private set; } = null!;

    /// <summary>Starts it and waits until it has said where its wall is.</summary>
    public static async Task<WallProgram> StartAsync()
    {
        var program = new WallProgram();
        var opening = new List<string>();
        while (await program._process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            opening.Add(line);
            if (WallAddress().Match(line) is { Success: true } address)
            {
                program.Wall = new Uri(address.Value);

                // What it still says must be read, or it would wait to be able to say it.
                _ = program._process.StandardError.ReadToEndAsync();
                _ = program._process.StandardOutput.ReadToEndAsync();
                return program;
            }
        }

        program.Dispose();
        throw new InvalidOperationException($"The program ended before it said where its wall is: {string.Join('\n', opening)}");
    }

    /// <summary>Makes it stand still, as a machine does that has no moment for it: nobody is told, and nothing that is open is cut.</summary>
    public Task PauseAsync() => TellAsync("-STOP");

    /// <summary>Lets it go on.</summary>
    public Task ResumeAsync() => TellAsync("-CONT");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _database.Dispose();
    }

    private async Task TellAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/wall/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WallAddress();
}
