using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Mail.Pushing;
using TalksBot.Testing;

namespace TalksBot.Mail.Tests;

public sealed class PushContractTests : PlatformContract, IDisposable
{
    private readonly PushServer _server = new();
    private readonly PushSender _sender;

    public PushContractTests() => _sender = _server.NewSender("");

    protected override ChannelAddress Channel => PushPlatform.Topic;

    protected override ChannelAddress OtherChannel => PushPlatform.Topic;

    protected override ChannelAddress MissingChannel => new(PushPlatform.PlatformName, "", "elsewhere");

    protected override bool IsUnanswerable => true;

    protected override bool HasAddresses => false;

    public void Dispose()
    {
        _sender.Dispose();
        _server.Dispose();
    }

    protected override Task<IPlatform> CreateAsync() => Task.FromResult<IPlatform>(new PushPlatform(_sender));

    protected override Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel) =>
        Task.FromResult<IReadOnlyList<VisibleMessage>>([.. _server.Asked.Where(asked => asked.Line.StartsWith("POST", StringComparison.Ordinal)).Select(asked => new VisibleMessage(asked.Body))]);

    protected override Task BreakAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }
}
