using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moq;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Commanding;
using TalksBot.Slack.Wire.SocketMode;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>A desk with a database on a simulated Slack: ada administers the workspace, cleo is just there and lives in Tokyo.</summary>
internal sealed class CommandRig : IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private readonly Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> _settings;
    private readonly Action<IServiceCollection> _with;
    private IHost? _host;
    private bool _hears = true;

    private CommandRig(
        SlackSimulator slack, Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> settings, Action<IServiceCollection> with)
    {
        (Slack, _settings, _with) = (slack, settings, with);
        Channel = slack.AddChannel("desk");
        Ada = slack.AddPerson("ada", isAdmin: true);
        Cleo = slack.AddPerson("cleo", "Asia/Tokyo");
    }

    public SlackSimulator Slack { get; }

    public string Channel { get; }

    public string Ada { get; }

    public string Cleo { get; }

    /// <summary>Where it takes signed requests; null where it opens sockets.</summary>
    public Uri? ListensAt { get; private init; }

    /// <summary>Who hears what the bot cannot mend by itself.</summary>
    public Mock<IAlarm> Alarm { get; } = new();

    public IServiceProvider Services => _host!.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>For tests of which speed is no part: on a busy machine everything may take as long as it takes.</summary>
    public static SlackSimulatorOptions Calm { get; } = new()
    {
        AckDeadline = TimeSpan.FromSeconds(30),
        TriggerLife = TimeSpan.FromSeconds(30),
        Events = ["app_home_opened"],
        MessageShortcuts = new Dictionary<string, string> { [SlackManifest.MakeUpdate] = MessageUpdate.Name },
    };

    public static Task<CommandRig> StartAsync() => StartAsync(Calm, _ => [], _ => { });

    /// <summary>With another desk than the real one.</summary>
    public static Task<CommandRig> StartAsync(WatchedDesk desk, SlackSimulatorOptions? options = null) => StartAsync(
        options ?? Calm, _ => [], services => services.Replace(ServiceDescriptor.Singleton<Core.Commands.ICommandDesk>(desk)));

    /// <summary>Starts both and waits until the bot listens.</summary>
    public static async Task<CommandRig> StartAsync(
        SlackSimulatorOptions options, Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> settings, Action<IServiceCollection> with)
    {
        var rig = new CommandRig(await SlackSimulator.StartAsync(options, Token), settings, with);
        await rig.StartBotAsync();
        return rig;
    }

    /// <summary>The same for a bot that Slack opens no socket for.</summary>
    public static async Task<CommandRig> StartDeafAsync(SlackSimulatorOptions options)
    {
        var rig = new CommandRig(await SlackSimulator.StartAsync(options, Token), _ => [], _ => { }) { _hears = false };
        await rig.StartBotAsync();
        return rig;
    }

    /// <summary>The same over HTTP, at a port of this machine.</summary>
    public static async Task<CommandRig> StartListeningAsync(
        SlackSimulatorOptions options, int port, Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> settings, Action<IServiceCollection> with)
    {
        var listensAt = new Uri($"http://127.0.0.1:{port}");
        var section = $"{SlackOptions.Section}:main";
        var rig = new CommandRig(
            await SlackSimulator.StartAsync(options, Token),
            rig => [new($"{section}:AppToken", ""), new($"{section}:Listen", $"{listensAt}"), new($"{section}:SigningSecret", rig.Slack.SigningSecret), .. settings(rig)],
            with)
        {
            _hears = false,
            ListensAt = listensAt,
        };
        await rig.StartBotAsync();
        return rig;
    }

    /// <summary>The same at a port that is free, once the bot listens there.</summary>
    public static async Task<CommandRig> StartListeningAsync(
        SlackSimulatorOptions options, Func<CommandRig, IEnumerable<KeyValuePair<string, string?>>> settings, Action<IServiceCollection> with)
    {
        var port = FreePort.Find();
        var rig = await StartListeningAsync(options with { RequestUrl = new Uri($"http://127.0.0.1:{port}/") }, port, settings, with);
        await Eventually.IsTrueAsync(() => FreePort.IsTaken(port));
        return rig;
    }

    /// <summary>Stops the bot, and starts another on the same database.</summary>
    public async Task RestartBotAsync()
    {
        await StopBotAsync();
        await StartBotAsync();
    }

    public Task<SlackAnswer> RunAsync(string user, string line) => Slack.CommandAsync(Channel, user, "/talks", line, Token);

    public Task<SlackAnswer> PressAsync(string user, PostedMessage message, string label) => Slack.PressAsync(user, message, label, Token);

    public Task<SlackAnswer> SubmitAsync(string user, string viewId, string field, string text) =>
        Slack.SubmitAsync(user, viewId, new JsonObject { [field] = text }, Token);

    /// <summary>The message that an act brought or changed, as it stands now.</summary>
    public static PostedMessage Message(SlackAnswer answer) => answer.Messages.ShouldHaveSingleItem();

    public static IReadOnlyList<string> Labels(PostedMessage message) =>
        [.. message.Blocks.Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray()).Select(button => (string)button!["text"]!["text"]!)];

    /// <summary>Waits until trouble was raised.</summary>
    public Task RaisedAsync() => Eventually.IsTrueAsync(() => Alarm.Invocations.Any(call => call.Arguments is [Trouble, ..]));

    /// <summary>This trouble was raised once, and no other.</summary>
    public void RaisedOnce(Expression<Func<Trouble, bool>> trouble)
    {
        Alarm.Verify(alarm => alarm.RaiseAsync(It.Is(trouble), It.IsAny<CancellationToken>()), Times.Once);
        Alarm.Verify(alarm => alarm.RaiseAsync(It.IsAny<Trouble>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    /// <summary>No trouble was raised.</summary>
    public void RaisedNothing() => Alarm.Verify(alarm => alarm.RaiseAsync(It.IsAny<Trouble>(), It.IsAny<CancellationToken>()), Times.Never);

    public async Task OpenTalksAsync() =>
        (await RunAsync(Ada, "open us-japan-autos \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" zone:Geneva")).Shown.ShouldContain("Opened us-japan-autos");

    public async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Slack.DisposeAsync();
        _database.Dispose();
    }

    private async Task StartBotAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            .. _database.Settings,
            new($"{SlackOptions.Section}:main:BotToken", Slack.BotToken),
            new($"{SlackOptions.Section}:main:AppToken", Slack.AppToken),
            new($"{SlackOptions.Section}:main:ApiUrl", $"{Slack.ApiUrl}"),
        ]);
        builder.Configuration.AddInMemoryCollection(_settings(this));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System));
        builder.Services.AddStorage().AddDesk().AddSlack(builder.Configuration).AddSlackCommands();
        builder.Services.Replace(ServiceDescriptor.Singleton(new SocketOptions { Stagger = TimeSpan.FromMilliseconds(10) }));
        builder.Services.Replace(ServiceDescriptor.Singleton(Alarm.Object));
        _with(builder.Services);
        _host = builder.Build();
        await _host.Services.GetRequiredService<OpenDatabase>().RunAsync(Token);
        await _host.StartAsync(Token);
        if (_hears)
        {
            await Eventually.IsTrueAsync(() => Slack.Connections == 2);
        }
    }

    private async Task StopBotAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync(CancellationToken.None);
            _host.Dispose();
            _host = null;
        }
    }
}
