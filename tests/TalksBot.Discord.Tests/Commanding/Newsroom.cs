using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Core.Channels;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Simulators.Discord;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>
/// The whole bot on a simulated Discord: news goes to the channel wire, decisions are asked for in operations. Ada is chief, ben
/// and dora are editors, cleo is just there. The desk's clock stands until it is pushed; timers and Discord go by the real one.
/// </summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly SimulatedClock _clock = new(Instant.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));

    private Newsroom(CommandRig rig)
    {
        Rig = rig;
        Wire = rig.Discord.AddChannel(rig.Guild, "wire");
        Operations = rig.Discord.AddChannel(rig.Guild, "operations");
        Ben = rig.Discord.AddPerson(rig.Guild, "ben", rig.Editors);
        Dora = rig.Discord.AddPerson(rig.Guild, "dora", rig.Editors);
    }

    public CommandRig Rig { get; }

    public ulong Wire { get; }

    public ulong Operations { get; }

    public ulong Ben { get; }

    public ulong Dora { get; }

    /// <summary>Opens the talks, which wire follows.</summary>
    /// <param name="withTerminal">Whether somebody sits at a terminal too, who can be told what Discord cannot carry.</param>
    public static async Task<Newsroom> StartAsync(bool withTerminal = false)
    {
        var options = CommandRig.Fast with { PostLimit = new(1_000, TimeSpan.FromSeconds(1)), OtherLimit = new(1_000, TimeSpan.FromSeconds(1)) };
        Newsroom? room = null;
        var rig = await CommandRig.StartAsync(options, rig => (room = new Newsroom(rig)).Settings, services => room!.Wake(services, withTerminal));
        await rig.OpenTalksAsync();
        await room!.DoAsync(rig.Ada, rig.Channel, "follow add", ("talks", "us-japan-autos"), ("channel", Address(room.Wire)), ("digest", "none"), ("ladder", "30m, 15m, 0"), ("escalate", $"<@{rig.Ada}>"));
        return room;
    }

    /// <summary>Runs a command; where it would tell other channels, it is posted.</summary>
    /// <returns>The last answer.</returns>
    public async Task<PostedMessage> DoAsync(ulong user, ulong channel, string command, params (string Name, string Value)[] options)
    {
        var answer = (await Rig.RunAsync(user, channel, command, options)).Message!;
        if (CommandRig.Buttons(answer).Any(button => (string)button["label"]! == "Post"))
        {
            answer = (await Rig.PressAsync(user, answer, "Post")).Message!;
        }

        await SettleAsync();
        return answer;
    }

    /// <summary>Adds an update that wire hears at once.</summary>
    public Task<PostedMessage> UpdateAsync(ulong user, string text, string priority = "regular") => DoAsync(
        user, Rig.Channel, "update add", ("talks", "us-japan-autos"), ("text", text), ("source", "a senior US official"), ("tier", "official"), ("priority", priority));

    /// <summary>Several people press the same button of a message at the same moment.</summary>
    public async Task<IReadOnlyList<string>> PressTogetherAsync(PostedMessage message, string label, params ulong[] people)
    {
        var answers = await Task.WhenAll(people.Select(person => Rig.PressAsync(person, message, label)));
        await SettleAsync();
        answers.ShouldAllBe(answer => answer.Message != null && answer.Message.Ephemeral);
        return [.. answers.Select(CommandRig.Text)];
    }

    /// <summary>Lets the desk's time pass, and everything happen that falls due.</summary>
    public Task PassAsync(Duration time) => Rig.Services.PassAsync(_clock, _clock.GetCurrentInstant() + time);

    /// <summary>Waits until everything that is due has happened.</summary>
    public Task SettleAsync() => PassAsync(Duration.Zero);

    public Task RestartBotAsync() => Rig.RestartBotAsync(Settings, services => Wake(services, withTerminal: false));

    /// <summary>What everybody sees in a channel.</summary>
    public IReadOnlyList<PostedMessage> Seen(ulong channel) => [.. Rig.Discord.Messages(channel).Where(message => message.Kind is 0 or 19)];

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    private IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new($"{DiscordOptions.Section}:main:GuildIds:0", $"{Rig.Guild}"),
        new($"{RolesOptions.Section}:Editor:0", $"discord:main/role/{Rig.Editors}"),
        new($"{DeskOptions.Section}:OperationsChannel", Address(Operations)),
    ];

    private static string Address(ulong channel) => $"discord:main/{channel}";

    private void Wake(IServiceCollection services, bool withTerminal) => (withTerminal ? services.AddSingleton(new KnownConnection("terminal")) : services)
        .Replace(ServiceDescriptor.Singleton<IClock>(_clock))
        .AddPassingTime()
        .AddWorker(TimeProvider.System, Heartbeats.Real);
}
