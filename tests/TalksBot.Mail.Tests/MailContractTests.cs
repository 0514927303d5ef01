using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Mail.Mailing;
using TalksBot.Testing;

namespace TalksBot.Mail.Tests;

public sealed class MailContractTests : PlatformContract, IAsyncDisposable
{
    private readonly KeepingMailServer _server = new();
    private readonly MailSender _sender;

    public MailContractTests() => _sender = _server.NewSender();

    protected override ChannelAddress Channel => MailChannels.Of("editor@example.org");

    protected override ChannelAddress OtherChannel => MailChannels.Of("night@example.org");

    protected override ChannelAddress MissingChannel => MailChannels.Of("stranger@example.org");

    protected override bool IsUnanswerable => true;

    protected override bool HasAddresses => false;

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _server.DisposeAsync();
    }

    protected override Task<IPlatform> CreateAsync() => Task.FromResult<IPlatform>(new MailPlatform(_sender, [Channel, OtherChannel]));

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) => Task.FromResult(_server.Visible(channel));

    protected override async Task BreakAsync() => await _server.DisposeAsync();
}
