using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Simulators.Slack.Control;
using TalksBot.Simulators.Slack.Interactions;
using TalksBot.Simulators.Slack.Posting;
using TalksBot.Simulators.Slack.Routes;
using TalksBot.Simulators.Slack.Sockets;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;
using TalksBot.Simulators.Page;

namespace TalksBot.Simulators.Slack;

/// <summary>
/// A whole Slack workspace on a loopback port: Web API, Socket Mode or signed HTTP, and people who use it. It enforces section 14 of
/// the protocol sheet. Any number can run in one process, each a workspace of its own with its own clock.
/// </summary>
public sealed partial class SlackSimulator : IAsyncDisposable
{
    private readonly SlackWorld _world;
    private readonly SocketServer _sockets;
    private readonly Desk _desk;
    private readonly Person _person;
    private readonly Poster _poster;
    private readonly Modals _modals;
    private readonly Happenings _happenings;
    private readonly FaultGate _gate;
    private readonly WebPipeline _pipeline;
    private readonly FileRoutes _files;
    private readonly ResponseRoute _responses;
    private readonly Schedule _schedule;
    private readonly HttpDoor? _http;
    private readonly WebApplication _app;

    private SlackSimulator(SlackSimulatorOptions options)
    {
        _world = new SlackWorld(options);
        _sockets = new SocketServer(_world, Stats);
        Faults = new SlackFaults(_world, _sockets);
        _poster = new Poster(_world, Stats);
        _schedule = new Schedule(_world, _poster);
        _modals = new Modals(_world);
        _person = new Person(_world, _modals);
        var answers = new Answers(_world, _poster);
        _http = options.RequestUrl is { } address ? new HttpDoor(_world, address) : null;
        var door = new OpenDoor(_world, _sockets, _http);
        _happenings = new Happenings(_world, door, Stats);
        Faults.Happenings = _happenings;
        _desk = new Desk(_world, door, new AckEffects(_world, _modals, answers), Stats) { Missed = _happenings.Miss };
        _files = new FileRoutes(_world, _poster);
        _responses = new ResponseRoute(_world, answers);
        _gate = new FaultGate(_world, Faults, Stats);
        _pipeline = new WebPipeline(_world, Methods(), _gate, Stats);
        _app = Build(options);
    }

    /// <summary>What stands for <c>https://slack.com/api/</c>; ends with a slash.</summary>
    public Uri ApiUrl => new($"{_world.Root}/api/");

    public string BotToken => _world.BotToken;

    public string AppToken => _world.AppToken;

    public string SigningSecret => _world.SigningSecret;

    public string TeamId => _world.TeamId;

    public string AppId => _world.AppId;

    /// <summary>The bot's user id.</summary>
    public string BotUserId => _world.Bot.Id;

    public SlackFaults Faults { get; }

    public SlackStats Stats { get; } = new();

    /// <summary>Sockets open now.</summary>
    public int Connections => _sockets.Connected;

    public static async Task<SlackSimulator> StartAsync(SlackSimulatorOptions options, CancellationToken token)
    {
        var simulator = new SlackSimulator(options);
        await simulator._app.StartAsync(token);
        var addresses = simulator._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        simulator._world.Root = addresses.Addresses.First();
        return simulator;
    }

    public static Task<SlackSimulator> StartAsync(CancellationToken token) => StartAsync(new SlackSimulatorOptions(), token);

    public async ValueTask DisposeAsync()
    {
        Faults.DropSockets();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _http?.Dispose();
        _schedule.Dispose();
        await _happenings.DisposeAsync();
    }

    private IEnumerable<WebMethod> Methods() => new AppRoutes(_world, _sockets).All()
        .Concat(new ChatRoutes(_world, _poster).All())
        .Concat(new ScheduleRoutes(_world, _schedule).All())
        .Concat(new ConversationRoutes(_world, Faults).All())
        .Concat(new PinRoutes(_world).All())
        .Concat(new ReactionRoutes(_world, _happenings).All())
        .Concat(new ViewRoutes(_world, _modals).All())
        .Concat(new PeopleRoutes(_world).All())
        .Concat(new ChannelRoutes(_world).All())
        .Concat(new BlockRoutes(_world).All())
        .Concat(_files.All());

    private WebApplication Build(SlackSimulatorOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            {
                context.Features.Set<IHttpUpgradeFeature>(new StallableUpgrade(upgrade, context.RequestAborted));
            }

            return next(context);
        });
        app.UseWebSockets();
        app.Run(HandleAsync);
        return app;
    }

    private async Task HandleAsync(HttpContext context)
    {
        var words = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            if (words is [] or ["_page", _] && await PageFiles.TrySendAsync(context, words is [_, var name] ? name : "index.html"))
            {
                return;
            }

            await (words switch
            {
                ["api", var method] => _pipeline.HandleAsync(context, method),
                ["link"] => _sockets.AcceptAsync(context),
                ["upload", "v1", var ticket] => _gate.RunAsync(context, "upload", () => _files.ReceiveAsync(context, ticket)),
                ["files-pri", var key, .. [_] or ["download", _]] => new FileDownload(_world).SendAsync(context, key),
                ["commands" or "actions" or "app", _, var secret] => _gate.RunAsync(context, "response_url", () => _responses.ReceiveAsync(context, secret)),
                ["_control", .. var rest] => new ControlRoutes(this).HandleAsync(context, rest),
                _ => WebReply.Page(404).WriteAsync(context),
            });
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; there is nobody to answer.
        }
    }
}
