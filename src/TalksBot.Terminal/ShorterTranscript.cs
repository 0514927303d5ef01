using System.Text;
using TalksBot.Core.Times;

namespace TalksBot.Terminal;

/// <summary>A transcript without what is forgotten, in a file beside it until it takes its place. One left by a process that ended is written anew.</summary>
/// <param name="path">The transcript.</param>
internal sealed class ShorterTranscript(string path)
{
    private const int AskedAtOnce = 500;
    private const int AtOnce = 64 * 1024;

    private readonly string _beside = path + ".shorter";
    private long _copied;

    /// <summary>The messages that are left out.</summary>
    public IReadOnlySet<string> Forgotten { get; private set; } = new HashSet<string>();

    /// <summary>Copies what stands in the transcript by now, but for what is forgotten.</summary>
    /// <returns>False where nothing is, so that there is no such file.</returns>
    public async Task<bool> WriteAsync(Instant before, Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlySet<string>>> needed, CancellationToken token)
    {
        var old = await OldAsync(before, token);
        var forgotten = new HashSet<string>(old, StringComparer.Ordinal);
        foreach (var some in old.Chunk(AskedAtOnce))
        {
            forgotten.ExceptWith(await needed(some, token));
        }

        if (forgotten.Count == 0)
        {
            return false;
        }

        Forgotten = forgotten;
        await using var target = OwnFile.Open(_beside, FileMode.Create);
        await CopyAsync(target, token);
        return true;
    }

    /// <summary>Copies what was written since, and sees to it that all of it is on the disk.</summary>
    public async Task FinishAsync()
    {
        await using var target = OwnFile.Open(_beside, FileMode.Open);
        target.Seek(0, SeekOrigin.End);
        await CopyAsync(target, CancellationToken.None);
    }

    /// <summary>Has the transcript's name from now on.</summary>
    public void TakeItsPlace() => File.Move(_beside, path, overwrite: true);

    /// <summary>The messages that nothing happened to since then.</summary>
    private async Task<IReadOnlyCollection<string>> OldAsync(Instant before, CancellationToken token)
    {
        var (old, young) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        await using var source = Source();
        using var lines = new StreamReader(source);
        while (await lines.ReadLineAsync(token) is { } text)
        {
            if (TerminalTranscript.Parse(text) is { } line)
            {
                (TimeWording.ReadIso(line.At) < before ? old : young).Add(line.Id);
            }
        }

        old.ExceptWith(young);
        return old;
    }

    /// <summary>Copies whole lines from where the last copy ended; a line that is just being written is left to the next one.</summary>
    private async Task CopyAsync(FileStream target, CancellationToken token)
    {
        await using var source = Source();
        source.Seek(_copied, SeekOrigin.Begin);
        await using var reader = new BufferedStream(source, AtOnce);
        await using var buffered = new BufferedStream(target, AtOnce);
        var line = new List<byte>();
        for (var next = reader.ReadByte(); next >= 0; next = reader.ReadByte())
        {
            line.Add((byte)next);
            if (next != '\n')
            {
                continue;
            }

            byte[] whole = [.. line];
            line.Clear();
            _copied += whole.Length;
            if (TerminalTranscript.Parse(Encoding.UTF8.GetString(whole)) is not { } told || !Forgotten.Contains(told.Id))
            {
                await buffered.WriteAsync(whole, token);
            }
        }

        await buffered.FlushAsync(token);
        target.Flush(flushToDisk: true);
    }

    private FileStream Source() => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}

/// <summary>Files that hold posts: other users of the machine have no business with them.</summary>
internal static class OwnFile
{
    /// <summary>Opens one to read and to write, for its owner alone where it is new.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 1 };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
