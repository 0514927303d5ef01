using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Terminal;

/// <summary>
/// The terminal's memory: a file with a line for every message, handed to the operating system before the message is on the
/// screen, so a killed process has lost neither; only a power loss, which takes the screen too, can cost the last lines. Owned by
/// one process at a time. Not safe for two callers at once; <see cref="TerminalPlatform"/> takes turns.
/// </summary>
/// <param name="path">The file; it and its folder are created when they are needed.</param>
public sealed class TerminalTranscript(string path) : IDisposable
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly TranscriptIndex _index = new();
    private FileStream? _file;
    private bool _isRead;

    /// <summary>How many messages this process posted again after they had been shown.</summary>
    public int CountRepeated() => _index.CountRepeated();

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    /// <summary>Writes a line.</summary>
    internal async Task<TranscriptAnswer> AppendAsync(TranscriptLine line)
    {
        try
        {
            var file = Open();
            await WriteAsync(file, [.. JsonSerializer.SerializeToUtf8Bytes(line, Form), (byte)'\n']);
            return new TranscriptAnswer.Known(_index.Add(line));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new TranscriptAnswer.Broken($"The transcript {path} cannot be written: {broken.Message}");
        }
    }

    /// <summary>Looks a message up among those this process has recorded.</summary>
    internal TranscriptEntry? FindOurs(string id) => _index.Find(id) is { IsOurs: true } entry ? entry : null;

    /// <summary>Looks a message up in the whole transcript, which is read the first time.</summary>
    internal async Task<TranscriptAnswer> FindAsync(string id, CancellationToken token)
    {
        try
        {
            if (!_isRead)
            {
                await ReadAsync(Open(), token);
                _isRead = true;
            }
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new TranscriptAnswer.Broken($"The transcript {path} cannot be read: {broken.Message}");
        }

        return _index.Find(id) is { } entry ? new TranscriptAnswer.Known(entry) : new TranscriptAnswer.Unknown();
    }

    /// <summary>Writes what is to stay of the messages so far into a file beside the transcript.</summary>
    /// <returns>The file; null where all stays.</returns>
    internal async Task<ShorterTranscript?> ShortenAsync(Instant before, Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlySet<string>>> needed, CancellationToken token)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var shorter = new ShorterTranscript(path);
        return await shorter.WriteAsync(before, needed, token) ? shorter : null;
    }

    /// <summary>Puts a shorter file in the transcript's place, with what was written meanwhile. Whenever the process ends, one of the two stands there whole.</summary>
    /// <returns>How many messages are forgotten by it.</returns>
    internal async Task<int> ReplaceAsync(ShorterTranscript shorter)
    {
        await shorter.FinishAsync();
        _file?.Dispose();
        _file = null;
        shorter.TakeItsPlace();
        _index.Forget(shorter.Forgotten);
        return shorter.Forgotten.Count;
    }

    /// <summary>Reads a line; one damaged by a failing disk costs only its own message.</summary>
    internal static TranscriptLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<TranscriptLine>(text, Form) is { Id: not null } line ? line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private FileStream Open()
    {
        if (_file is not null)
        {
            return _file;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = OwnFile.Open(path, FileMode.OpenOrCreate);
        TornLine.Remove(file);
        return _file = file;
    }

    /// <summary>One write; one that fails half-way leaves no half of a line.</summary>
    private static async Task WriteAsync(FileStream file, byte[] line)
    {
        var end = file.Seek(0, SeekOrigin.End);
        try
        {
            await file.WriteAsync(line);
            await file.FlushAsync();
        }
        catch (IOException)
        {
            file.SetLength(end);
            throw;
        }
    }

    private async Task ReadAsync(FileStream file, CancellationToken token)
    {
        file.Seek(0, SeekOrigin.Begin);
        using var lines = new StreamReader(file, leaveOpen: true);
        while (await lines.ReadLineAsync(token) is { } text)
        {
            if (Parse(text) is { } line)
            {
                _index.AddFound(line);
            }
        }
    }
}
