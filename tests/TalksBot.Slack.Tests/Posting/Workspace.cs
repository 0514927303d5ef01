using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Testing;
using TalksBot.Core.Channels;
using TalksBot.Core.Pictures;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Posting;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>A simulated workspace with two channels, and apps in it that post for real over a loopback socket.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    private static readonly Pace Fast = new(100_000, TimeSpan.FromSeconds(1), 100_000);

    private readonly List<SlackConnection> _connections = [];

    private Workspace(SlackSimulator simulator)
    {
        Simulator = simulator;
        Desk = simulator.AddChannel("desk");
        Wire = simulator.AddChannel("wire");
    }

    /// <summary>No pace to keep: what a test is about is something else.</summary>
    public static SlackSimulatorOptions Hasty { get; } = new() { PostPace = Fast, WorkspacePostPace = Fast, Tier2 = Fast, Tier3 = Fast, Tier4 = Fast, Special = Fast, AnswerPatience = TimeSpan.Zero };

    public SlackSimulator Simulator { get; }

    /// <summary>The time of the apps' limits.</summary>
    public HastyTime Time { get; } = new();

    /// <summary>Tells the apps how old an attempt is.</summary>
    public FakeClock Clock { get; } = new(Some.Moment);

    public string Desk { get; }

    public string Wire { get; }

    public static Task<Workspace> StartAsync() => StartAsync(Hasty);

    public static async Task<Workspace> StartAsync(SlackSimulatorOptions options) =>
        new(await SlackSimulator.StartAsync(options, TestContext.Current.CancellationToken));

    public static ChannelAddress Address(string channel, string? thread = null) =>
        new("slack", "main", thread is null ? channel : $"{channel}/{thread}");

    /// <summary>An app with a memory of its own, as after a restart.</summary>
    public SlackPlatform Connect(IPictures? pictures = null, IClock? clock = null) =>
        new(NewConnection(), clock ?? Clock, answersPresses: false, pictures, NullLogger<SlackPlatform>.Instance);

    /// <summary>A client alone; this workspace ends it.</summary>
    public SlackConnection NewConnection()
    {
        var connection = new SlackConnection(
            "main",
            new SlackOptions { BotToken = Simulator.BotToken, AppToken = Simulator.AppToken, ApiUrl = Simulator.ApiUrl.ToString() },
            Time,
            NullLoggerFactory.Instance);
        _connections.Add(connection);
        return connection;
    }

    public IReadOnlyList<PostedMessage> Messages(string channel) => [.. Simulator.Messages(channel).Where(message => !message.Deleted)];

    public IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel) =>
        [.. Messages(SlackPlace.Read(channel)!.Channel).Select(SlackReader.See)];

    public async ValueTask DisposeAsync()
    {
        _connections.ForEach(connection => connection.Dispose());
        await Simulator.DisposeAsync();
        Simulator.Stats.InvalidRequests.ShouldBeEmpty();
    }
}
