using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Discord.Tests.Posting;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class DiscordCommandContractTests : CommandContract
{
    private Newsroom _room = null!;

    protected override IReadOnlyList<ChatMessage> Wire => [.. _room.Seen(_room.Wire).Select(See)];

    protected override IReadOnlyList<ChatMessage> Operations => [.. _room.Seen(_room.Operations).Select(See)];

    protected override ChannelAddress WireAddress => Server.Address(_room.Wire);

    protected override ChannelAddress OperationsAddress => Server.Address(_room.Operations);

    protected override string AdaId => _room.Rig.Ada.ToString(CultureInfo.InvariantCulture);

    protected override IServiceProvider Services => _room.Rig.Services;

    public override ValueTask DisposeAsync() => _room.DisposeAsync();

    protected override async Task StartAsync() => _room = await Newsroom.StartAsync();

    protected override Task RestartAsync() => _room.RestartBotAsync();

    protected override Task PassAsync(Duration time) => _room.PassAsync(time);

    protected override IChatPerson Somebody(string name) => new Person(_room, IdOf(name));

    protected override IReadOnlyList<ChatMessage> Direct(string name) => [.. _room.Rig.Discord.DirectMessages(IdOf(name)).Select(See)];

    protected override IReadOnlyList<ChatMessage> InThread(ChatMessage root) => [.. _room.Seen(((PostedMessage)root.Origin).Id).Select(See)];

    [Fact]
    public Task A_thread_that_was_deleted_is_told_of_and_made_anew_and_nothing_is_lost() =>
        LoseThreadAsync(root => _room.Rig.Discord.DeleteChannel(((PostedMessage)root.Origin).Id));

    private ulong IdOf(string name) => name switch
    {
        "ada" => _room.Rig.Ada,
        "ben" => _room.Ben,
        "dora" => _room.Dora,
        _ => _room.Rig.Cleo,
    };

    private static ChatMessage See(PostedMessage message)
    {
        var seen = DiscordReader.See(message);
        return new ChatMessage(seen.Text, [.. CommandRig.Buttons(message).Select(button => (string)button["label"]!)], message) { Pings = seen.Pings };
    }

    /// <summary>Discord has every value in a field of its own, so a line is taken apart as the picker would have it.</summary>
    private sealed class Person(Newsroom room, ulong id) : IChatPerson
    {
        public async Task<ChatMessage> RunAsync(string line)
        {
            var book = room.Rig.Services.GetRequiredService<ICommandDesk>().Book;
            var call = CommandLine.Read(book, line, new Caller("picker", Role.Chief, Some.Channel)).ShouldBeOfType<CommandReading.Understood>().Call;
            return Answered(await room.Rig.RunAsync(id, call.Spec.Path, [.. call.Values.Select(value => (value.Key == "channel" && value.Value.Contains(',') ? "elsewhere" : value.Key, value.Value))]));
        }

        public async Task<ChatMessage> PressAsync(ChatMessage message, string label) => Answered(await room.Rig.PressAsync(id, (PostedMessage)message.Origin, label));

        public async Task<ChatMessage> FillAsync(ChatMessage message, string label, params IReadOnlyList<(string Field, string Text)> fields)
        {
            var opened = await room.Rig.PressAsync(id, (PostedMessage)message.Origin, label);
            opened.Kind.ShouldBe(DiscordAnswerKind.Modal);
            return Answered(await room.Rig.SubmitAsync(id, opened.InteractionId, [.. fields]));
        }

        private static ChatMessage Answered(DiscordAnswer answer)
        {
            answer.Message?.Ephemeral.ShouldBeTrue();
            return answer.Message is { } message ? See(message) : new ChatMessage("", [], answer);
        }
    }
}
