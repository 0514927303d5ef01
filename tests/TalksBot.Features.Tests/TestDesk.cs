using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Archive;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Agenda;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Features.Tests;

/// <summary>A desk on a database of its own and a clock that the test moves. Nothing is sent and nothing fires.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    /// <summary>27 June 1995, 08:00 in Geneva.</summary>
    public static readonly Instant Morning = Instant.FromUtc(1995, 6, 27, 6, 0);

    private readonly TestDatabase _database = new();
    private readonly ServiceProvider _services;

    private TestDesk(params IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([.. _database.Settings, .. settings])
                .Build())
            .AddLogging()
            .AddSingleton<IClock>(Clock)
            .AddSingleton<TimeProvider>(Clock)
            .AddStorage()
            .AddDesk()
            .BuildServiceProvider(validateScopes: true);
    }

    public SimulatedClock Clock { get; } = new(Morning);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TestDesk> OpenAsync(params IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        var desk = new TestDesk(settings);
        await desk._database.PrepareAsync(Token);
        return desk;
    }

    /// <summary>The founding case: D1 at 23:59 EDT on the 28th, followed by a Washington and a Tokyo channel.</summary>
    public static async Task<TestDesk> FoundingAsync(params IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        var desk = await OpenAsync(settings);
        await desk.DoneAsync("/talks open us-japan-autos \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
        await desk.FollowAsync("terminal:washington");
        await desk.FollowAsync("terminal:tokyo");
        await desk.DoneAsync("/talks deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs on luxury cars\"");
        return desk;
    }

    public async Task<Reply> SayAsync(string line, Role role = Role.Editor) =>
        await _services.GetRequiredService<ICommandDesk>().RunAsync(line, new Caller("Anna", role, Channel("terminal:desk")) { HasAgreed = true }, Token);

    /// <summary>What a command that must succeed answers.</summary>
    public async Task<string> DoneAsync(string line, Role role = Role.Editor)
    {
        var reply = await SayAsync(line, role);
        reply.Refused.ShouldBeFalse(PostText.Write(reply.Body));
        return PostText.Write(reply.Body);
    }

    /// <summary>The sentence that refuses a command which must change nothing.</summary>
    public async Task<string> RefusedAsync(string line, Role role = Role.Editor)
    {
        var before = await EverythingAsync();
        var reply = await SayAsync(line, role);
        reply.Refused.ShouldBeTrue(PostText.Write(reply.Body));
        (await EverythingAsync()).ShouldBe(before);
        return reply.Body.Heading;
    }

    /// <summary>The talks of the founding case as recorded.</summary>
    public async Task<Negotiation> TalksAsync() =>
        await AskAsync(async db => await db.Negotiations.Whole().SingleAsync(talks => talks.Slug == "us-japan-autos", Token));

    /// <summary>Every post queued so far, oldest first.</summary>
    public async Task<IReadOnlyList<Delivery>> PostsAsync() =>
        await AskAsync(async db => await db.Deliveries.OrderBy(delivery => delivery.Id).ToListAsync(Token));

    /// <summary>The rungs of the moments of a kind that are still to come, longest first.</summary>
    public async Task<IReadOnlyList<Duration>> AheadAsync(MomentKind kind) => await AskAsync(async db =>
        await db.Moments.Where(moment => moment.Kind == kind && moment.State == MomentState.Open)
            .OrderByDescending(moment => moment.Rung).Select(moment => moment.Rung).ToListAsync(Token));

    /// <summary>A channel follows the founding case with rungs at 24 h, 1 h and 0, and is mentioned as @newsroom.</summary>
    public async Task FollowAsync(string channel) => await ChangeAsync(talks =>
    {
        var ladder = Ladder.TryParse("24h, 1h, 0", out var read) ? read : throw new InvalidOperationException();
        var clock = new WallClock("", DateTimeZoneProviders.Tzdb["America/New_York"]);
        var settings = new FollowSettings(clock, DigestAt: null, ladder, WirePriority.Regular, "@newsroom");
        talks.AddFollow(Channel(channel), settings, new Stamp(Clock.GetCurrentInstant(), "Anna", ""));
    });

    public async Task UnfollowAsync(string channel) => await ChangeAsync(talks => talks.RemoveFollow(
        talks.Follows.Single(follow => follow.Channel == Channel(channel)), new Stamp(Clock.GetCurrentInstant(), "Anna", "")));

    /// <summary>A countdown alert waits in, or was sent to, a channel of the founding case.</summary>
    public async Task QueueAlertAsync(string channel, bool sent) => await AskAsync(async db =>
    {
        var talks = await db.Negotiations.Whole().SingleAsync(Token);
        var cause = new DeliveryCause(DeliveryKind.Countdown, talks.Slug, talks.Code, "D1", Duration.FromHours(24));
        var due = talks.Deadlines[0].At.ToInstant() - Duration.FromHours(24);
        var post = CountdownWording.Rung(talks, talks.Deadlines[0], Duration.FromHours(24));
        var outgoing = new OutgoingPost(DeliveryKey.Of(Channel(channel), cause, due), Channel(channel), cause, WirePriority.Regular, due, post);
        var delivery = new Delivery(outgoing, talks.Follows.Single(follow => follow.Channel == Channel(channel)).Id);
        if (sent)
        {
            delivery.RecordSent("1", post, due);
        }

        db.Deliveries.Add(delivery);
        return await db.SaveChangesAsync(Token);
    });

    /// <summary>The founding deadline passes with nobody having said what came of it.</summary>
    public async Task PassDeadlineAsync()
    {
        Clock.AdvanceTo(Instant.FromUtc(1995, 6, 29, 3, 59));
        await ChangeAsync(talks => talks.PassDeadline(talks.Deadlines[0], Stamp.Clock(Clock.GetCurrentInstant())));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _database.Dispose();
    }

    private static ChannelAddress Channel(string text) =>
        ChannelAddress.TryParse(text, out var channel) ? channel : throw new InvalidOperationException(text);

    private async Task ChangeAsync(Action<Negotiation> change) => await WithAsync(async services =>
    {
        var db = services.GetRequiredService<TalksDb>();
        await using var turn = await services.GetRequiredService<WriteLock>().BeginAsync(db, Token);
        var talks = await db.Negotiations.Whole().SingleAsync(Token);
        change(talks);
        await services.GetRequiredService<AgendaPlanner>().ReplanAsync(talks, Clock.GetCurrentInstant(), Token);
        await turn.CommitAsync(Token);
    });

    /// <summary>All that is stored, as text.</summary>
    private async Task<string> EverythingAsync() => await AskAsync(async db =>
    {
        var talks = await db.Negotiations.OrderBy(known => known.Id).Whole().ToListAsync(Token);
        var moments = await db.Moments.OrderBy(moment => moment.Id).Select(moment => $"{moment.Id} {moment.State}").ToListAsync(Token);
        var posts = await db.Deliveries.OrderBy(post => post.Id).Select(post => $"{post.Id} {post.State}").ToListAsync(Token);
        return string.Join('\n', [TalksFile.Write(talks), .. moments, .. posts]);
    });

    private async Task<T> AskAsync<T>(Func<TalksDb, Task<T>> ask)
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    /// <summary>Asks something of the desk's own services.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider);
    }

    private async Task WithAsync(Func<IServiceProvider, Task> act)
    {
        await using var scope = _services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }
}
