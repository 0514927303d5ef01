using System.Diagnostics;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>A program under <c>benchmarks/</c>, which does by a public library what a benchmark has TalksBot do.</summary>
internal sealed class NodeProgram : IDisposable
{
    private readonly Process _process;

    private NodeProgram(Process process) => _process = process;

    private static string Folder => Path.Combine(ProgramFile.Root, "benchmarks");

    /// <summary>The memory it holds, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Installs the libraries that the lock file names, where they are not there yet.</summary>
    public static async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            return;
        }

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = Folder })!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci failed in {Folder}.");
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="file">Its file, such as <c>discord-burst.js</c>.</param>
    /// <param name="settings">What it is told by the environment.</param>
    public static NodeProgram Start(string file, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("node", [file]) { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new NodeProgram(Process.Start(start)!);
    }

    /// <summary>Waits until it has written <c>ready</c>.</summary>
    public async Task ReadyAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync() is not "ready")
        {
            throw new InvalidOperationException("The program beside ended before it was ready.");
        }
    }

    /// <summary>Waits until it has ended.</summary>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException("The program beside failed.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
