using System.Text.Json;
using NodaTime.Testing;
using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

/// <summary>A terminal with its transcript in a temporary folder; it can be stopped and started again.</summary>
internal sealed class Desk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talksbot-").FullName;
    private TerminalTranscript? _transcript;

    public string TranscriptPath => Path.Combine(_folder, "data", "terminal.jsonl");

    public BrittleWriter Screen { get; } = new();

    public FakeClock Clock { get; } = new(Some.Moment);

    public IReadOnlyList<JsonElement> Lines =>
        [.. Screen.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    public int Repeated => _transcript!.CountRepeated();

    /// <summary>Starts a terminal as a new process would, after the one before is gone.</summary>
    public TerminalPlatform Start()
    {
        Stop();
        _transcript = new TerminalTranscript(TranscriptPath);
        return new TerminalPlatform(_transcript, new TerminalScreen(Screen), new JsonForm(), Clock);
    }

    /// <summary>Ends the process that holds the transcript.</summary>
    public void Stop() => _transcript?.Dispose();

    /// <summary>What stands on the screen after all changes.</summary>
    public IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel)
    {
        var messages = new List<(string Reference, string Text)>();
        foreach (var line in Lines.Where(line => line.GetProperty("channel").GetString() == channel.ToString()))
        {
            var reference = line.GetProperty("reference").GetString()!;
            var text = line.TryGetProperty("text", out var words) ? words.GetString() : null;
            if (line.TryGetProperty("edited", out _) || text is null)
            {
                messages.RemoveAll(message => message.Reference == reference);
            }

            if (text is not null)
            {
                messages.Add((reference, text));
            }
        }

        return [.. messages.Select(message => new VisibleMessage($"{message.Text}\n{message.Reference}"))];
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }
}
