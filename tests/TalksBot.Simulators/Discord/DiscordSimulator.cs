using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Simulators.Discord.Control;
using TalksBot.Simulators.Discord.Sockets;
using TalksBot.Simulators.Discord.Interactions;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.Routes;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Page;

namespace TalksBot.Simulators.Discord;

/// <summary>
/// A whole Discord on a loopback port: REST v10, Gateway v10, and people who use it. It enforces section 13 of the protocol
/// sheet. Any number can run in one process; each has its own clock and its own state.
/// </summary>
public sealed partial class DiscordSimulator : IAsyncDisposable
{
    private readonly DiscordWorld _world;
    private readonly GatewayServer _gateway;
    private readonly InteractionDesk _desk;
    private readonly Person _person;
    private readonly Poster _poster;
    private readonly ReactionRoutes _reactions;
    private readonly RestPipeline _pipeline;
    private readonly ControlRoutes _control;
    private readonly HttpEndpoint? _endpoint;
    private readonly WebApplication _app;

    private DiscordSimulator(DiscordSimulatorOptions options)
    {
        _world = new DiscordWorld(options);
        _world.CreateBot();
        _gateway = new GatewayServer(_world, Stats);
        _world.Publish = _gateway.Publish;
        Faults = new DiscordFaults(_gateway);
        _poster = new Poster(_world, Stats);
        _desk = new InteractionDesk(_world, Stats);
        _person = new Person(_world, _desk);
        _reactions = new ReactionRoutes(_world, new Doors(_world));
        var callbacks = new Callbacks(_world, _desk, _poster);
        _pipeline = new RestPipeline(_world, new RestRouter(Routes(callbacks)), Faults, Stats);
        _control = new ControlRoutes(this);
        _app = Build(options);
        if (options.InteractionsEndpoint is { } address)
        {
            _endpoint = new HttpEndpoint(_world, address);
            _desk.Endpoint = (interaction, payload, token) => DeliverAsync(_endpoint, callbacks, interaction, payload, token);
        }
    }

    /// <summary>What stands for <c>https://discord.com/api/v10</c>.</summary>
    public Uri ApiUrl => new($"{_world.Root}/api/v10");

    public string Token => _world.Token;

    public ulong ApplicationId => _world.ApplicationId;

    public ulong BotId => _world.Bot.Id;

    public DiscordFaults Faults { get; }

    public DiscordStats Stats { get; } = new();

    /// <summary>Whether a bot is connected and has identified.</summary>
    public bool HasSession => _gateway.HasSession;

    /// <summary>How many of its sessions are connected and have identified.</summary>
    public int Sessions => _gateway.Sessions;

    public static async Task<DiscordSimulator> StartAsync(DiscordSimulatorOptions options, CancellationToken token)
    {
        var simulator = new DiscordSimulator(options);
        await simulator._app.StartAsync(token);
        var addresses = simulator._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        simulator._world.Root = addresses.Addresses.First();
        return simulator;
    }

    public static Task<DiscordSimulator> StartAsync(CancellationToken token) => StartAsync(new DiscordSimulatorOptions(), token);

    public async ValueTask DisposeAsync()
    {
        Faults.DropGateway();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _endpoint?.Dispose();
    }

    private IEnumerable<RestRoute> Routes(Callbacks callbacks)
    {
        var doors = new Doors(_world);
        return new ApplicationRoutes(_world, _gateway).All()
            .Concat(new GuildRoutes(_world, doors).All())
            .Concat(new MemberRoutes(_world, doors).All())
            .Concat(new ChannelRoutes(_world, doors).All())
            .Concat(new EventRoutes(_world, doors).All())
            .Concat(new WebhookRoutes(_world, doors).All())
            .Concat(new ThreadMemberRoutes(_world, doors).All())
            .Concat(_reactions.All())
            .Concat(new MessageRoutes(_world, doors, _poster, Stats, Faults).All())
            .Concat(new PinRoutes(_world, doors, _poster).All())
            .Concat(new ThreadRoutes(_world, doors, _poster).All())
            .Concat(new CommandRoutes(_world, doors).All())
            .Concat(new FollowUps(_world, _desk, _poster, new WebhookMessages(_world, _poster)).All())
            .Append(callbacks.Route);
    }

    private WebApplication Build(DiscordSimulatorOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Run(HandleAsync);
        return app;
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            if (words is [] or ["_page", _] && await PageFiles.TrySendAsync(context, words is [_, var name] ? name : "index.html"))
            {
                return;
            }

            await (words switch
            {
                ["api", "v10" or "v9", ..] => _pipeline.HandleAsync(context, path[(path.IndexOf(words[1], StringComparison.Ordinal) + words[1].Length)..]),
                ["api", ..] => WriteAsync(context, 400, """{"message":"Invalid API version provided.","code":50041}"""),
                ["gateway", ..] => _gateway.AcceptAsync(context),
                ["cdn", "attachments", _, var id, _] => SendFileAsync(context, id),
                ["_control", .. var rest] => _control.HandleAsync(context, rest),
                _ => WriteAsync(context, 404, """{"message":"404: Not Found","code":0}"""),
            });
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; there is nobody to answer.
        }
    }

    private async Task SendFileAsync(HttpContext context, string id)
    {
        var file = ulong.TryParse(id, out var number) ? _world.Files.GetValueOrDefault(number) : null;
        var signed = long.TryParse(context.Request.Query["ex"], System.Globalization.NumberStyles.HexNumber, null, out var expires);
        if (file is null || !signed || expires < _world.Now.ToUnixTimeSeconds())
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync("This content is no longer available.", context.RequestAborted);
            return;
        }

        context.Response.ContentType = file.ContentType;
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private async Task DeliverAsync(HttpEndpoint endpoint, Callbacks callbacks, Interaction interaction, System.Text.Json.Nodes.JsonObject payload, CancellationToken token)
    {
        if (await endpoint.DeliverAsync(payload, token) is { } answer)
        {
            lock (_world.Gate)
            {
                callbacks.Accept(interaction, answer, []);
            }
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
