using Shouldly;
using TalksBot.Core.Platforms;
using Xunit;

namespace TalksBot.Testing;

/// <content>Changes to a message that is already visible.</content>
public abstract partial class PlatformContract
{
    [Fact]
    public async Task Edits_where_it_can()
    {
        var platform = await CreateAsync();
        var sent = await SendAsync(platform, Some.Outgoing(Channel));

        var outcome = await platform.EditAsync(
            new MessageAddress(Channel, sent.MessageId), Some.Outgoing(Channel, Some.Post("the new words", "…")), Token);

        if (Allowed(platform.Capabilities.CanEdit, outcome))
        {
            (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem().Text.ShouldContain("the new words");
        }
    }

    [Fact]
    public async Task Takes_back_where_it_can()
    {
        var platform = await CreateAsync();
        var sent = await SendAsync(platform, Some.Outgoing(Channel));

        var outcome = await platform.DeleteAsync(new MessageAddress(Channel, sent.MessageId), Token);

        if (Allowed(platform.Capabilities.CanDelete, outcome))
        {
            (await VisibleMessagesAsync(Channel)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Pins_where_it_can()
    {
        var platform = await CreateAsync();
        var sent = await SendAsync(platform, Some.Outgoing(Channel));

        var outcome = await platform.PinAsync(new MessageAddress(Channel, sent.MessageId), Token);

        if (Allowed(platform.Capabilities.CanPin, outcome))
        {
            (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem().IsPinned.ShouldBeTrue();
        }
    }

    /// <summary>True when the platform can and did; where it cannot, it must have said so.</summary>
    private static bool Allowed(bool can, PostOutcome outcome)
    {
        if (can)
        {
            outcome.ShouldBeOfType<PostOutcome.Sent>();
        }
        else
        {
            outcome.ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldNotBeNullOrWhiteSpace();
        }

        return can;
    }
}
