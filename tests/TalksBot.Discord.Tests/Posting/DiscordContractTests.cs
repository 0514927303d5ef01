using NodaTime.Testing;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

public sealed class DiscordContractTests : PlatformContract, IAsyncLifetime
{
    private Server _server = null!;

    protected override ChannelAddress Channel => Server.Address(_server.Desk);

    protected override ChannelAddress OtherChannel => Server.Address(_server.Wire);

    protected override ChannelAddress MissingChannel => Server.Address(42);

    protected override bool RecognisesRepeatedKeys => true;

    public async ValueTask InitializeAsync() => _server = await Server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    protected override Task<IPlatform> CreateAsync() => Task.FromResult<IPlatform>(_server.Connect(new FakeClock(Some.Moment)));

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_server.Visible(channel));

    protected override async Task BreakAsync() => await _server.Simulator.DisposeAsync();
}
