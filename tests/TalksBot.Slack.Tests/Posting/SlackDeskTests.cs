using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Simulators.Slack;
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
        return _workspace.Connect(pictures: new DotPictures(), clock: clock);
    }

    protected override bool TakeAway(ChannelAddress channel)
    {
        _workspace.Simulator.Archive(channel.Channel);
        return true;
    }

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_workspace.Visible(channel));

    protected override bool FailChanges(ChangeTrouble trouble)
    {
        string[] changes = ["chat.update", "chat.delete", "pins.add", "pins.remove", "upload", "files.getUploadURLExternal", "files.completeUploadExternal"];
        foreach (var method in changes)
        {
            _workspace.Simulator.Faults.Add(Fault(trouble) with { Method = method, Times = int.MaxValue });
        }

        return true;
    }

    protected override void EndFaults()
    {
        _workspace.Simulator.Faults.Clear();
        _workspace.Time.Jump(TimeSpan.FromMinutes(35));
    }

    private static WebFault Fault(ChangeTrouble trouble) => trouble switch
    {
        ChangeTrouble.GatewayError => new(WebFaultKind.HtmlPage),
        ChangeTrouble.Reset => new(WebFaultKind.DropBeforeCommit),
        ChangeTrouble.Limit => new(WebFaultKind.RateLimited) { Wait = TimeSpan.FromMinutes(30) },
        _ => new(WebFaultKind.ErrorBeforeCommit) { Error = "cant_update_message" },
    };
}
