using System.Globalization;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

public sealed class DiscordDeskTests : DeskContract
{
    private Server _server = null!;
    private ulong _night;

    protected override ChannelAddress Channel => Server.Address(_server.Desk);

    protected override ChannelAddress OtherChannel => Server.Address(_server.Wire);

    protected override string Mention => $"<@&{_night}>";

    protected override bool CanPin => true;

    protected override bool ShowsPictures => true;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    protected override async Task<IPlatform> CreateAsync(SimulatedClock clock)
    {
        _server = await Server.StartAsync(new() { PostLimit = new(1_000, TimeSpan.FromSeconds(1)), OtherLimit = new(10_000, TimeSpan.FromSeconds(1)) });
        _night = _server.Simulator.AddRole(_server.Guild, "night", mentionable: true);
        return _server.Connect(clock, pictures: new DotPictures());
    }

    protected override bool TakeAway(ChannelAddress channel)
    {
        _server.Simulator.DenyBot(ulong.Parse(channel.Channel, CultureInfo.InvariantCulture), Permissions.SendMessages);
        return true;
    }

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_server.Visible(channel));

    protected override bool FailChanges(ChangeTrouble trouble)
    {
        foreach (var operation in new[] { "update_message", "delete_message", "create_pin", "delete_pin" })
        {
            _server.Simulator.Faults.Add(Fault(trouble) with { Operation = operation, Times = int.MaxValue });
        }

        return true;
    }

    protected override void EndFaults() => _server.Simulator.Faults.Clear();

    private static RestFault Fault(ChangeTrouble trouble) => trouble switch
    {
        ChangeTrouble.GatewayError => new(RestFaultKind.BadGateway),
        ChangeTrouble.Reset => new(RestFaultKind.DropBeforeCommit),
        ChangeTrouble.Limit => new(RestFaultKind.RateLimited) { Wait = TimeSpan.FromMinutes(30) },
        _ => new(RestFaultKind.MissingPermissions),
    };
}
