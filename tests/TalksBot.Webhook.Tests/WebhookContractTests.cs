using NodaTime.Testing;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Testing;

namespace TalksBot.Webhook.Tests;

public sealed class WebhookContractTests : PlatformContract, IAsyncLifetime
{
    private readonly List<WebhookSender> _senders = [];
    private Receiver _receiver = null!;

    protected override ChannelAddress Channel => new("webhook", "cms", "desk");

    protected override ChannelAddress OtherChannel => new("webhook", "cms", "wire");

    protected override ChannelAddress MissingChannel => new("webhook", "cms", "nowhere");

    protected override bool RecognisesRepeatedKeys => true;

    protected override bool CanLook => false;

    protected override bool HasAddresses => false;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _senders.ForEach(sender => sender.Dispose());
        await _receiver.DisposeAsync();
    }

    protected override Task<IPlatform> CreateAsync()
    {
        var clock = new FakeClock(Some.Moment);
        var sender = new WebhookSender(new() { Url = _receiver.Url, Secret = Receiver.Secret }, clock);
        _senders.Add(sender);
        return Task.FromResult<IPlatform>(new WebhookPlatform("cms", sender, clock));
    }

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_receiver.Visible(channel));

    protected override async Task BreakAsync() => await _receiver.DisposeAsync();
}

public sealed class WebhookDeskTests : DeskContract
{
    private Receiver _receiver = null!;
    private WebhookSender _sender = null!;

    protected override ChannelAddress Channel => new("webhook", "cms", "desk");

    protected override ChannelAddress OtherChannel => new("webhook", "cms", "wire");

    protected override string Mention => "night desk";

    protected override bool CanPin => false;

    protected override bool ShowsPictures => false;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _sender.Dispose();
        await _receiver.DisposeAsync();
    }

    protected override async Task<IPlatform> CreateAsync(SimulatedClock clock)
    {
        _receiver = await Receiver.StartAsync();
        _sender = new WebhookSender(new() { Url = _receiver.Url, Secret = Receiver.Secret }, clock);
        return new WebhookPlatform("cms", _sender, clock);
    }

    protected override bool TakeAway(ChannelAddress channel)
    {
        _receiver.Forget(channel.Channel);
        return true;
    }

    protected override bool FailChanges(ChangeTrouble trouble)
    {
        _receiver.RetryAfter = trouble is ChangeTrouble.Limit ? "1800" : null;
        _receiver.Refuse = type => type is "post.created" or "ping" ? null : trouble switch
        {
            ChangeTrouble.Limit => 429,
            ChangeTrouble.Refusal => 422,
            _ => 502,
        };
        return true;
    }

    protected override void EndFaults() => _receiver.Refuse = _ => null;

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_receiver.Visible(channel));
}
