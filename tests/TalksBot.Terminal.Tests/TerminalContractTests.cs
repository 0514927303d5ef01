using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class TerminalContractTests : PlatformContract, IDisposable
{
    private readonly Desk _desk = new();

    protected override bool HasAddresses => false;

    protected override ChannelAddress Channel => Some.Channel;

    protected override ChannelAddress OtherChannel => Some.Channel with { Channel = "wire" };

    protected override ChannelAddress MissingChannel => new("terminal", "main", "desk");

    protected override bool RecognisesRepeatedKeys => true;

    public void Dispose() => _desk.Dispose();

    protected override Task<IPlatform> CreateAsync() => Task.FromResult<IPlatform>(_desk.Start());

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) =>
        Task.FromResult(_desk.Visible(channel));

    protected override Task BreakAsync()
    {
        _desk.Screen.IsBroken = true;
        return Task.CompletedTask;
    }
}
