using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

/// <summary>Somebody at a terminal: presses by typing a key, or the whole command where there is no key for it (any more).</summary>
internal sealed class TerminalPerson : IChatPerson, IDisposable
{
    private readonly Channel<string> _typed = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _shown = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ICommandDesk _desk;
    private readonly Caller _caller;
    private readonly TypedLines _reader;
    private readonly ShownReplies _writer;
    private readonly TerminalScreen _screen;
    private readonly TerminalCommands _commands;

    public TerminalPerson(ICommandDesk desk, Caller caller)
    {
        (_desk, _caller) = (desk, caller);
        _reader = new TypedLines(_typed.Reader);
        _writer = new ShownReplies(_shown.Writer);
        _screen = new TerminalScreen(_writer);
        _commands = new TerminalCommands(new TerminalKeyboard(new PlainLines(_reader), caller), desk, new JsonRenderer(), _screen);
        _ = _commands.StartAsync(CancellationToken.None);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<ChatMessage> RunAsync(string line)
    {
        await _turn.WaitAsync(Token);
        try
        {
            await _typed.Writer.WriteAsync(line, Token);
            var reply = JsonSerializer.Deserialize<JsonElement>(await _shown.Reader.ReadAsync(Token));
            var choices = reply.GetProperty("choices").EnumerateArray().Select(Offer.Of).ToList();
            return new ChatMessage(reply.GetProperty("text").GetString()!, [.. choices.Select(choice => choice.Label)], new Offered(this, choices));
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<ChatMessage> PressAsync(ChatMessage message, string label)
    {
        var offered = (Offered)message.Origin;
        var choice = offered.Choices.Single(choice => choice.Label == label);
        return RunAsync(offered.By == this ? choice.Key : choice.Command);
    }

    public Task<ChatMessage> FillAsync(ChatMessage message, string label, params IReadOnlyList<(string Field, string Text)> fields)
    {
        var command = ((Offered)message.Origin).Choices.Single(choice => choice.Label == label).Command;
        var call = CommandLine.Read(_desk.Book, command, _caller, isForm: true).ShouldBeOfType<CommandReading.Understood>().Call;
        var values = call.Values.Where(value => value.Value != PostButton.Unwritten).ToDictionary(StringComparer.Ordinal);
        foreach (var (field, text) in fields)
        {
            values[field] = text;
        }

        return RunAsync(CommandCall.Written(call.Spec.Path, values.Select(value => (value.Key, value.Value))));
    }

    public void Dispose()
    {
        _typed.Writer.Complete();
        _commands.Dispose();
        _screen.Dispose();
        _reader.Dispose();
        _writer.Dispose();
        _turn.Dispose();
    }

    /// <summary>What can be chosen below a message.</summary>
    /// <param name="By">The keyboard whose keys they are; null for what everybody sees, which has none.</param>
    /// <param name="Choices">The keys with the commands printed beside them.</param>
    public sealed record Offered(TerminalPerson? By, IReadOnlyList<Offer> Choices);

    public sealed record Offer(string Key, string Label, string Command)
    {
        public static Offer Of(JsonElement choice) =>
            new(choice.GetProperty("key").GetString()!, choice.GetProperty("label").GetString()!, choice.GetProperty("command").GetString()!);
    }

    private sealed class TypedLines(ChannelReader<string> typed) : TextReader
    {
        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
            await typed.WaitToReadAsync(cancellationToken) ? await typed.ReadAsync(cancellationToken) : null;
    }

    private sealed class ShownReplies(ChannelWriter<string> shown) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override async Task WriteAsync(string? value) => await shown.WriteAsync(value!);
    }
}
