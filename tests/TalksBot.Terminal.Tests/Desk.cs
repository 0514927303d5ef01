using System.Text.Json;
using NodaTime.Testing;
using TalksBot.Core.Channels;
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
    public TerminalPlatform Start(IClock? clock = null)
    {
        Stop();
        _transcript = new TerminalTranscript(TranscriptPath);
        return new TerminalPlatform(_transcript, new TerminalScreen(Screen), new JsonRenderer(), clock ?? Clock);
    }

    /// <summary>Ends the process between the transcript and the screen: nobody can know whether the last message was seen.</summary>
    public async Task StopBeforeTheScreenAsync()
    {
        Stop();
        var lines = await File.ReadAllLinesAsync(TranscriptPath);
        await File.WriteAllLinesAsync(TranscriptPath, lines.Where(line => !line.Contains("\"act\":\"shown\"", StringComparison.Ordinal)));
    }

    /// <summary>Ends the process that holds the transcript.</summary>
    public void Stop() => _transcript?.Dispose();

    /// <summary>What stands on the screen after all changes.</summary>
    public IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel)
    {
        var messages = new List<(string Reference, string Text, string? Mention)>();
        foreach (var line in Lines.Where(line => line.GetProperty("channel").GetString() == channel.ToString()))
        {
            var reference = line.GetProperty("reference").GetString()!;
            var text = line.TryGetProperty("text", out var words) ? words.GetString() : null;
            var mention = line.TryGetProperty("mention", out var whom) ? whom.GetString() : null;
            var known = messages.FindIndex(message => message.Reference == reference);
            if (text is null)
            {
                messages.RemoveAt(known);
            }
            else if (line.TryGetProperty("edited", out _))
            {
                messages[known] = (reference, text, mention);
            }
            else
            {
                messages.Add((reference, text, mention));
            }
        }

        return [.. messages.Select(message => new VisibleMessage($"{message.Text}\n{message.Reference}")
        {
            Pings = message.Mention is { } mention ? [mention] : [],
        })];
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }
}
