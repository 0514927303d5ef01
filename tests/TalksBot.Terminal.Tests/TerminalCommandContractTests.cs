using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Terminal.Tests;

/// <summary>Each of the newsroom has a terminal of their own to one bot. Posts have no buttons there: people type what a button stands for.</summary>
public sealed class TerminalCommandContractTests : CommandContract
{
    private readonly Desk _desk = new();
    private readonly Dictionary<(string Name, string Channel), TerminalPerson> _people = [];
    private TestBot _bot = null!;

    protected override IReadOnlyList<ChatMessage> Wire => See(WireAddress);

    protected override IReadOnlyList<ChatMessage> Operations => See(OperationsAddress);

    protected override ChannelAddress WireAddress => Some.Channel with { Channel = "wire" };

    protected override ChannelAddress OperationsAddress => Some.Channel with { Channel = "operations" };

    protected override string AdaId => "ada";

    protected override IServiceProvider Services => _bot.Services;

    public override async ValueTask DisposeAsync()
    {
        Leave();
        await _bot.DisposeAsync();
        _desk.Dispose();
    }

    protected override async Task StartAsync()
    {
        var clock = new SimulatedClock(Instant.FromUtc(1995, 6, 28, 12, 0));
        _bot = await TestBot.StartAsync(clock, new BotSurroundings
        {
            Others = [_desk.Start(clock)],
            Settings = [new($"{DeskOptions.Section}:OperationsChannel", $"{OperationsAddress}")],
        });
        await Somebody("ada").RunAsync($"open {Slug} \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" zone:Geneva");
        await Somebody("ada").RunAsync($"follow add {Slug} channel:{WireAddress} digest:none ladder:\"30m, 15m, 0\" escalate:@ada");
    }

    protected override async Task RestartAsync()
    {
        Leave();
        _bot = await _bot.RestartAsync(Duration.Zero);
    }

    protected override Task PassAsync(Duration time) => _bot.AdvanceAsync(time);

    protected override IReadOnlyList<ChatMessage> Direct(string name) => See(Some.Channel with { Channel = $"@{name}" });

    protected override IReadOnlyList<ChatMessage> InThread(ChatMessage root) => See(Some.Channel with { Channel = $"wire.{Slug}" });

    protected override IChatPerson Somebody(string name) => new Terminals(this, name);

    private TerminalPerson At(string name, string channel)
    {
        if (!_people.TryGetValue((name, channel), out var person))
        {
            var role = name switch { "ada" => Role.Chief, "cleo" => Role.Reader, _ => Role.Editor };
            person = new TerminalPerson(_bot.Services.GetRequiredService<ICommandDesk>(), new Caller(name, role, Some.Channel with { Channel = channel }));
            _people.Add((name, channel), person);
        }

        return person;
    }

    private void Leave()
    {
        foreach (var person in _people.Values)
        {
            person.Dispose();
        }

        _people.Clear();
    }

    private List<ChatMessage> See(ChannelAddress channel) =>
        [.. _desk.Visible(channel).Select(message => new ChatMessage(message.Text, [], channel) { Pings = message.Pings })];

    /// <summary>A person's terminals: one at the desk, and one wherever they answer what is posted.</summary>
    private sealed class Terminals(TerminalCommandContractTests tests, string name) : IChatPerson
    {
        public Task<ChatMessage> RunAsync(string line) => tests.At(name, "desk").RunAsync(line);

        public async Task<ChatMessage> PressAsync(ChatMessage message, string label)
        {
            var (person, known) = await FindAsync(message);
            return await person.PressAsync(known, label);
        }

        public async Task<ChatMessage> FillAsync(ChatMessage message, string label, params IReadOnlyList<(string Field, string Text)> fields)
        {
            var (person, known) = await FindAsync(message);
            return await person.FillAsync(known, label, fields);
        }

        /// <summary>What the buttons of a post stand for on a platform that has them.</summary>
        private async Task<(TerminalPerson Person, ChatMessage Message)> FindAsync(ChatMessage message)
        {
            if (message.Origin is not ChannelAddress channel)
            {
                return (tests.At(name, "desk"), message);
            }

            var rows = await tests._bot.ReadAsync(db => Task.FromResult(db.Deliveries.Where(row => row.Channel == channel && row.Act == DeliveryAct.Post).ToList()));
            var post = rows.Single(row => message.Text.EndsWith(row.Key.ShortReference, StringComparison.Ordinal)).Post;
            return (tests.At(name, channel.Channel), message with
            {
                Origin = new TerminalPerson.Offered(By: null, [.. post.Buttons.Select(button => new TerminalPerson.Offer("", button.Label, button.Command))]),
            });
        }
    }
}
