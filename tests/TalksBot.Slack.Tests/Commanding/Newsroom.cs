using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Core.Channels;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Simulators.Slack;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>
/// The whole bot on a simulated Slack: news goes to the channel wire, decisions are asked for in operations. Ada is chief, ben
/// and dora are editors, cleo is just there. The desk's clock stands until it is pushed; timers and Slack go by the real one.
/// </summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly SimulatedClock _clock = new(Instant.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
    private readonly string _editors;

    private Newsroom(CommandRig rig)
    {
        Rig = rig;
        Wire = rig.Slack.AddChannel("wire");
        Operations = rig.Slack.AddChannel("operations");
        Ben = rig.Slack.AddPerson("ben");
        Dora = rig.Slack.AddPerson("dora");
        _editors = rig.Slack.AddGroup("editors", Ben, Dora);
    }

    public CommandRig Rig { get; }

    public string Wire { get; }

    public string Operations { get; }

    public string Ben { get; }

    public string Dora { get; }

    /// <summary>Opens the talks, which wire follows.</summary>
    /// <param name="byHttp">Whether Slack brings what people do as signed requests instead of over sockets.</param>
    /// <param name="withTerminal">Whether somebody sits at a terminal too, who can be told what Slack cannot carry.</param>
    public static async Task<Newsroom> StartAsync(bool byHttp = false, bool withTerminal = false)
    {
        Newsroom? room = null;
        Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> settings = rig => (room ??= new Newsroom(rig)).Settings;
        var rig = byHttp
            ? await CommandRig.StartListeningAsync(CommandRig.Calm, settings, services => room!.Wake(services, withTerminal))
            : await CommandRig.StartAsync(CommandRig.Calm, settings, services => room!.Wake(services, withTerminal));
        await rig.OpenTalksAsync();
        await room!.DoAsync(rig.Ada, $"follow add us-japan-autos channel:{Address(room.Wire)} digest:none ladder:\"30m, 15m, 0\" escalate:<@{rig.Ada}>");
        return room;
    }

    /// <summary>Runs a command; where it would tell other channels, it is posted.</summary>
    /// <returns>The last answer.</returns>
    public async Task<PostedMessage> DoAsync(string user, string line)
    {
        var answer = await Rig.RunAsync(user, line);
        if (CommandRig.Labels(CommandRig.Message(answer)).Contains("Post"))
        {
            answer = await Rig.PressAsync(user, CommandRig.Message(answer), "Post");
        }

        await SettleAsync();
        return CommandRig.Message(answer);
    }

    /// <summary>Adds an update that wire hears at once.</summary>
    public Task<PostedMessage> UpdateAsync(string user, string text, string priority = "regular") =>
        DoAsync(user, $"update add us-japan-autos \"{text}\" \"a senior US official\" tier:official priority:{priority}");

    /// <summary>Several people press the same button of a message at the same moment.</summary>
    /// <returns>What each was answered for nobody else to see, in the order of the answers, and without the same words twice.</returns>
    public async Task<IReadOnlyList<string>> PressTogetherAsync(PostedMessage message, string label, params string[] people)
    {
        var pressed = await Task.WhenAll(people.Select(person => Rig.PressAsync(person, message, label)));
        await SettleAsync();
        pressed.ShouldAllBe(answer => answer.Kind == SlackAnswerKind.Acked && answer.Failure == null);
        return [.. people.Distinct().SelectMany(person => Answers(message.Channel, person))];
    }

    /// <summary>What only this person sees in a channel.</summary>
    public IReadOnlyList<string> Answers(string channel, string person) =>
        [.. Rig.Slack.Messages(channel, person).Where(message => message.OnlyFor == person).Select(message => message.Shown)];

    /// <summary>Lets the desk's time pass, and everything happen that falls due.</summary>
    public Task PassAsync(Duration time) => Rig.Services.PassAsync(_clock, _clock.GetCurrentInstant() + time);

    /// <summary>Waits until everything that is due has happened.</summary>
    public Task SettleAsync() => PassAsync(Duration.Zero);

    /// <summary>What everybody sees in a channel.</summary>
    public IReadOnlyList<PostedMessage> Seen(string channel) => [.. Rig.Slack.Messages(channel).Where(message => message.OnlyFor is null && !message.Deleted)];

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    private IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new($"{RolesOptions.Section}:Editor:0", $"slack:main/group/{_editors}"),
        new($"{DeskOptions.Section}:OperationsChannel", Address(Operations)),
    ];

    private static string Address(string channel) => $"slack:main/{channel}";

    private void Wake(IServiceCollection services, bool withTerminal) => (withTerminal ? services.AddSingleton(new KnownConnection("terminal")) : services)
        .Replace(ServiceDescriptor.Singleton<IClock>(_clock))
        .AddPassingTime()
        .AddWorker(TimeProvider.System, Heartbeats.Real);
}
