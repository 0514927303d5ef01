using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Tests;

/// <summary>The whole bot with its door open, in June 1995, where time passes as it does.</summary>
public sealed class WallDesk : IAsyncDisposable
{
    public const string Slug = "us-japan-autos";

    private readonly TestDatabase _database;
    private readonly IHost _host;
    private readonly IClock _clock;
    private bool _stopped;

    private WallDesk(TestDatabase database, IHost host, IClock clock) => (_database, _host, _clock) = (database, host, clock);

    /// <summary>Three in the afternoon in Washington of the day on which D1 falls.</summary>
    public static Instant Afternoon { get; } = Instant.FromUtc(1995, 6, 28, 19, 0);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public IServiceProvider Services => _host.Services;

    public Instant Now => _clock.GetCurrentInstant();

    /// <summary>Where it listens.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>The wall that is there from the start.</summary>
    public Uri Wall => new(Root, Services.GetRequiredService<OwnWall>().Path);

    public static Task<WallDesk> StartAsync() => StartAsync(Afternoon);

    /// <param name="now">When it is.</param>
    /// <param name="port">Where to listen; zero for any port that is free.</param>
    /// <param name="log">Gets all that is logged; null where nobody reads it.</param>
    public static Task<WallDesk> StartAsync(Instant now, int port = 0, ILoggerProvider? log = null) => StartAsync(new TestDatabase(), now, port, log);

    /// <summary>Opens the founding talks with their deadline at 23:59 in Washington.</summary>
    public async Task OpenTalksAsync()
    {
        await DoAsync($"/talks open {Slug} \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
        await DoAsync($"/talks deadline add {Slug} \"28 Jun 1995 23:59 EDT\" \"US tariffs on Japanese luxury cars\" consequence:\"100% tariffs on Lexus, Infiniti and Acura\"");
    }

    public async Task<Reply> SayAsync(string line) =>
        await Services.GetRequiredService<ICommandDesk>().RunAsync(line, new Caller("Ann", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true }, Token);

    public async Task<Reply> DoAsync(string line)
    {
        var reply = await SayAsync(line);
        reply.Refused.ShouldBeFalse($"{line}: {PostText.Write(reply.Body)}");
        return reply;
    }

    /// <summary>Makes a wall and says where it is.</summary>
    public async Task<Uri> AddWallAsync(string words = "")
    {
        var text = PostText.Write((await DoAsync($"/talks wall add {words}")).Body);
        var secret = text.Split("/wall/")[1][..32];
        return new Uri(Root, $"/wall/{secret}");
    }

    /// <summary>Makes a calendar and says where it is.</summary>
    public async Task<Uri> AddCalendarAsync(string words = "")
    {
        var text = PostText.Write((await DoAsync($"/talks calendar add {words}")).Body);
        return new Uri(Root, $"/calendar/{text.Split("/calendar/")[1].Split('\n')[0]}");
    }

    public async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    /// <summary>Stops it; what it knows stays.</summary>
    public async Task StopAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            await _host.StopAsync(CancellationToken.None);
            _host.Dispose();
        }
    }

    /// <summary>Starts another on the same database and at the same address.</summary>
    public async Task<WallDesk> AgainAsync()
    {
        var now = Now;
        await StopAsync();
        return await StartAsync(_database, now, Root.Port, log: null);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _database.Dispose();
    }

    private static async Task<WallDesk> StartAsync(TestDatabase database, Instant now, int port, ILoggerProvider? log)
    {
        var time = new ShiftedTime(now);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(database.Settings.Append(new($"{WebOptions.Section}:Urls", $"http://127.0.0.1:{port}")).Append(new($"{DeskOptions.Section}:Hours", "TwentyFour")));
        builder.Logging.SetMinimumLevel(log is null ? LogLevel.Warning : LogLevel.Trace);
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IClock>(time);
        builder.Services.AddSingleton<IPlatform>(new RecordingPlatform(time));
        builder.Services.AddSingleton(new KnownConnection("terminal"));
        builder.Services.AddStorage().AddDesk().AddWorker(time, Heartbeats.Real).AddWeb(WebPace.Usual);
        var host = builder.Build();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(Token);
        await host.StartAsync(Token);
        var desk = new WallDesk(database, host, time);
        desk.Root = new Uri(await host.Services.GetRequiredService<IWebAddress>().Listening.WaitAsync(TimeSpan.FromSeconds(10), Token));
        return desk;
    }
}

/// <summary>A clock that goes as fast as any other, and began at another time.</summary>
internal sealed class ShiftedTime(Instant now) : TimeProvider, IClock
{
    private readonly Duration _shift = now - Instant.FromDateTimeOffset(System.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => GetCurrentInstant().ToDateTimeOffset();

    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(System.GetUtcNow()) + _shift;
}
