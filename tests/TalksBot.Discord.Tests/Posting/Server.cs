using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Core.Channels;
using TalksBot.Core.Pictures;
using TalksBot.Discord.Posting;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>A simulated server with two channels, and bots on it that post for real over a loopback socket.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly List<DiscordConnection> _connections = [];

    private Server(DiscordSimulator simulator)
    {
        Simulator = simulator;
        Guild = simulator.AddGuild("newsroom");
        Desk = simulator.AddChannel(Guild, "desk");
        Wire = simulator.AddChannel(Guild, "wire");
    }

    public DiscordSimulator Simulator { get; }

    public ulong Guild { get; }

    public ulong Desk { get; }

    public ulong Wire { get; }

    public static Task<Server> StartAsync() => StartAsync(new DiscordSimulatorOptions { OtherLimit = new(10_000, TimeSpan.FromSeconds(1)) });

    public static async Task<Server> StartAsync(DiscordSimulatorOptions options) =>
        new(await DiscordSimulator.StartAsync(options, TestContext.Current.CancellationToken));

    public static ChannelAddress Address(ulong channel) => new("discord", "main", $"{channel}");

    /// <summary>A bot with a memory of its own, as after a restart.</summary>
    public DiscordPlatform Connect(IClock clock, IPictures? pictures = null)
    {
        var connection = NewConnection();
        _connections.Add(connection);
        return new DiscordPlatform(connection, clock, hasButtons: false, pictures);
    }

    /// <summary>A client alone.</summary>
    public DiscordConnection NewConnection() => new(
        "main",
        new DiscordOptions { Token = Simulator.Token, ApiUrl = Simulator.ApiUrl.ToString() },
        TimeProvider.System,
        NullLoggerFactory.Instance);

    public IReadOnlyList<PostedMessage> Messages(ulong channel) =>
        [.. Simulator.Messages(channel).Where(message => message.Kind is 0 or 19)];

    public IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel) =>
        [.. Messages(ulong.Parse(channel.Channel, System.Globalization.CultureInfo.InvariantCulture)).Select(DiscordReader.See)];

    public async ValueTask DisposeAsync()
    {
        _connections.ForEach(connection => connection.Dispose());
        await Simulator.DisposeAsync();
        Simulator.Stats.RequestFaults.ShouldBeEmpty();
    }
}
