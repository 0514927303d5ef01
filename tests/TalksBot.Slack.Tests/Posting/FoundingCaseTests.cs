using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Storage.Opening;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

public class FoundingCaseTests : FoundingCaseContract, IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async ValueTask InitializeAsync() => _workspace = await Workspace.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override ChannelAddress AddChannel(string name) => Workspace.Address(_workspace.Simulator.AddChannel(name));

    protected override IPlatform Connect(SimulatedClock clock) => _workspace.Connect();

    protected override IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel) => _workspace.Visible(channel);
}

/// <summary>The same on a database server.</summary>
public sealed class FoundingCaseOnPostgresTests : FoundingCaseTests
{
    protected override string Database => StorageOptions.Postgres;
}
