using Shouldly;
using TalksBot.Core.Channels;
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

    [Fact]
    public async Task Takes_a_pin_away_where_it_can_once_or_twice()
    {
        var platform = await CreateAsync();
        var sent = await SendAsync(platform, Some.Outgoing(Channel));
        var message = new MessageAddress(Channel, sent.MessageId);
        await platform.PinAsync(message, Token);

        for (var times = 0; times < 2; times++)
        {
            if (Allowed(platform.Capabilities.CanPin, await platform.UnpinAsync(message, Token)))
            {
                (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem().IsPinned.ShouldBeFalse();
            }
        }
    }

    [Fact]
    public async Task A_message_that_is_gone_is_said_to_be_gone()
    {
        var platform = await CreateAsync();
        var sent = await SendAsync(platform, Some.Outgoing(Channel));
        var message = new MessageAddress(Channel, sent.MessageId);
        if (!platform.Capabilities.CanDelete || !CanLook)
        {
            return;
        }

        await platform.DeleteAsync(message, Token);

        (await platform.EditAsync(message, Some.Outgoing(Channel), Token)).ShouldBeOfType<PostOutcome.MessageGone>();
        if (platform.Capabilities.CanPin)
        {
            (await platform.PinAsync(message, Token)).ShouldBeOfType<PostOutcome.MessageGone>();
        }
    }

    [Fact]
    public async Task Links_to_a_message_where_messages_have_addresses()
    {
        var platform = await CreateAsync();
        var sent = await SendAsync(platform, Some.Outgoing(Channel));

        var link = await platform.LinkAsync(new MessageAddress(Channel, sent.MessageId), Token);

        (link is not null).ShouldBe(HasAddresses);
        link?.AbsoluteUri.ShouldContain(sent.MessageId.Replace(".", "", StringComparison.Ordinal));
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
