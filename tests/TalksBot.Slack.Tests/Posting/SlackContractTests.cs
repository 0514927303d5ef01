using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Posting;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

public sealed class SlackContractTests : PlatformContract, IAsyncLifetime
{
    private Workspace _workspace = null!;

    protected override ChannelAddress Channel => Workspace.Address(_workspace.Desk);

    protected override ChannelAddress OtherChannel => Workspace.Address(_workspace.Wire);

    protected override ChannelAddress MissingChannel => Workspace.Address("C0MISSING");

    public async ValueTask InitializeAsync()
    {
        _workspace = await Workspace.StartAsync();
        _workspace.Clock.AutoAdvance = Attempts.HistoryLag;
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    protected override Task<IPlatform> CreateAsync() => Task.FromResult<IPlatform>(_workspace.Connect());

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_workspace.Visible(channel));

    protected override async Task BreakAsync() => await _workspace.Simulator.DisposeAsync();
}
