using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Storage.Opening;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

public class FoundingCaseTests : FoundingCaseContract, IAsyncLifetime
{
    private Server _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await Server.StartAsync(new() { PostLimit = new(10_000, TimeSpan.FromSeconds(1)), OtherLimit = new(10_000, TimeSpan.FromSeconds(1)) });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override ChannelAddress AddChannel(string name) => Server.Address(_server.Simulator.AddChannel(_server.Guild, name));

    protected override IPlatform Connect(SimulatedClock clock) => _server.Connect(clock);

    protected override IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel) => _server.Visible(channel);
}

/// <summary>The same on a database server.</summary>
public sealed class FoundingCaseOnPostgresTests : FoundingCaseTests
{
    protected override string Database => StorageOptions.Postgres;
}
