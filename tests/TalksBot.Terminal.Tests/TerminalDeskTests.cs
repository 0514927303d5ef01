using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Storage.Opening;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public class TerminalDeskTests : DeskContract
{
    private readonly Desk _desk = new();

    protected override ChannelAddress Channel => Some.Channel with { Channel = "tokyo" };

    protected override ChannelAddress OtherChannel => Some.Channel with { Channel = "wire" };

    protected override string Mention => "@night";

    protected override bool CanPin => false;

    protected override bool ShowsPictures => false;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _desk.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override Task<IPlatform> CreateAsync(SimulatedClock clock) => Task.FromResult<IPlatform>(_desk.Start(clock));

    protected override bool TakeAway(ChannelAddress channel) => false;

    protected override bool FailChanges(ChangeTrouble trouble) => false;

    protected override void EndFaults()
    {
    }

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_desk.Visible(channel));
}

/// <summary>The same on a database server.</summary>
public sealed class TerminalDeskOnPostgresTests : TerminalDeskTests
{
    protected override string Database => StorageOptions.Postgres;
}
