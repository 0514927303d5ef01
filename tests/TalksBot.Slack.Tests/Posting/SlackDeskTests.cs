using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

public sealed class SlackDeskTests : DeskContract
{
    private Workspace _workspace = null!;
    private string _night = "";

    protected override ChannelAddress Channel => Workspace.Address(_workspace.Desk);

    protected override ChannelAddress OtherChannel => Workspace.Address(_workspace.Wire);

    protected override string Mention => $"<!subteam^{_night}>";

    protected override bool CanPin => true;

    protected override bool ShowsPictures => true;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _workspace.DisposeAsync();
    }

    protected override async Task<IPlatform> CreateAsync(SimulatedClock clock)
    {
        _workspace = await Workspace.StartAsync(Workspace.Hasty with { FileProcessing = TimeSpan.FromMilliseconds(1) });
        _night = _workspace.Simulator.AddGroup("night", _workspace.Simulator.AddPerson("ada", "Europe/Zurich", isAdmin: false));
        return _workspace.Connect(pictures: new DotPictures());
    }

    protected override bool TakeAway(ChannelAddress channel)
    {
        _workspace.Simulator.Archive(channel.Channel);
        return true;
    }

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_workspace.Visible(channel));
}
