using System.Text.Json.Nodes;
using TalksBot.Core.Channels;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Tests.Posting;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class SlackCommandContractTests : CommandContract
{
    private Newsroom _room = null!;

    protected override IReadOnlyList<ChatMessage> Wire => [.. _room.Seen(_room.Wire).Where(message => message.ThreadTs is null || message.ThreadTs == message.Ts).Select(See)];

    protected override IReadOnlyList<ChatMessage> Operations => [.. _room.Seen(_room.Operations).Select(See)];

    protected override ChannelAddress WireAddress => Workspace.Address(_room.Wire);

    protected override ChannelAddress OperationsAddress => Workspace.Address(_room.Operations);

    protected override string AdaId => _room.Rig.Ada;

    protected override IServiceProvider Services => _room.Rig.Services;

    public override async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        _room.Rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    protected override async Task StartAsync() => _room = await Newsroom.StartAsync();

    protected override Task RestartAsync() => _room.Rig.RestartBotAsync();

    protected override Task PassAsync(Duration time) => _room.PassAsync(time);

    protected override IChatPerson Somebody(string name) => new Person(_room, IdOf(name));

    protected override IReadOnlyList<ChatMessage> Direct(string name) => [.. _room.Seen(_room.Rig.Slack.DirectChannel(IdOf(name))).Select(See)];

    protected override IReadOnlyList<ChatMessage> InThread(ChatMessage root) =>
        [.. _room.Seen(_room.Wire).Where(message => message.ThreadTs == ((PostedMessage)root.Origin).Ts && message.Ts != message.ThreadTs).Select(See)];

    [Fact]
    public Task A_thread_whose_first_message_was_deleted_is_told_of_and_made_anew_and_nothing_is_lost() =>
        LoseThreadAsync(root => _room.Rig.Slack.DeleteMessage(_room.Wire, ((PostedMessage)root.Origin).Ts));

    private string IdOf(string name) => name switch
    {
        "ada" => _room.Rig.Ada,
        "ben" => _room.Ben,
        "dora" => _room.Dora,
        _ => _room.Rig.Cleo,
    };

    private static ChatMessage See(PostedMessage message) => new(SlackReader.See(message).Text, CommandRig.Labels(message), message) { Pings = message.Pings };

    /// <summary>Slack acknowledges and answers apart, so an answer is what is new or changed for this person alone.</summary>
    private sealed class Person(Newsroom room, string id) : IChatPerson
    {
        private static CancellationToken Token => TestContext.Current.CancellationToken;

        public async Task<ChatMessage> RunAsync(string line) => See(CommandRig.Message(await room.Rig.RunAsync(id, line)));

        public async Task<ChatMessage> PressAsync(ChatMessage message, string label)
        {
            var (origin, before) = Look(message);
            var answer = await room.Rig.PressAsync(id, origin, label);
            (answer.Kind, answer.Failure).ShouldBe((SlackAnswerKind.Acked, null));
            await room.SettleAsync();
            return New(origin.Channel, before);
        }

        public async Task<ChatMessage> FillAsync(ChatMessage message, string label, params IReadOnlyList<(string Field, string Text)> fields)
        {
            var (origin, before) = Look(message);
            var opened = await room.Rig.PressAsync(id, origin, label);
            var sent = await room.Rig.Slack.SubmitAsync(
                id, opened.ViewId(), new JsonObject(fields.Select(field => KeyValuePair.Create(field.Field, (JsonNode?)field.Text))), Token);
            if (sent.Errors.Count > 0)
            {
                return new ChatMessage(string.Join('\n', sent.Errors.Values), [], sent);
            }

            await Eventually.IsTrueAsync(() => New(origin.Channel, before).Text.Length > 0);
            return New(origin.Channel, before);
        }

        private (PostedMessage Origin, HashSet<string> Before) Look(ChatMessage message)
        {
            var origin = (PostedMessage)message.Origin;
            return (origin, [.. Private(origin.Channel).Select(Written)]);
        }

        private ChatMessage New(string channel, HashSet<string> before)
        {
            var answers = Private(channel).Where(message => !before.Contains(Written(message))).Select(See).ToList();
            return answers.Count == 0 ? new ChatMessage("", [], channel) : answers[^1] with { Text = string.Join('\n', answers.Select(answer => answer.Text)) };
        }

        private IEnumerable<PostedMessage> Private(string channel) => room.Rig.Slack.Messages(channel, id).Where(message => message.OnlyFor == id);

        private static string Written(PostedMessage message) => $"{message.Ts} {message.Json.ToJsonString()}";
    }
}
