using Shouldly;
using TalksBot.Core.Platforms;
using Xunit;

namespace TalksBot.Testing;

/// <content>What follows a lost answer.</content>
public abstract partial class PlatformContract
{
    [Fact]
    public async Task Finds_what_was_posted()
    {
        var platform = await CreateAsync();
        var sent = await SendAsync(platform, Some.Outgoing(Channel));

        var lookup = await platform.FindAsync(Some.Outgoing(Channel), Token);

        if (IsUnanswerable)
        {
            lookup.ShouldBeOfType<Lookup.Unanswerable>().Mend.ShouldNotBeNullOrWhiteSpace();
            return;
        }

        lookup.ShouldBe(CanLook ? new Lookup.Found(sent.MessageId) : new Lookup.Absent());
    }

    [Fact]
    public async Task Does_not_find_what_was_not_posted()
    {
        var platform = await CreateAsync();
        await SendAsync(platform, Some.Outgoing(Channel, number: 1));

        var lookup = await platform.FindAsync(Some.Outgoing(Channel, number: 2), Token);
        for (var looks = 1; lookup is Lookup.Unknown { Mend: null } && looks < 3; looks++)
        {
            // Its history may have to catch up first.
            lookup = await platform.FindAsync(Some.Outgoing(Channel, number: 2), Token);
        }

        lookup.ShouldBeOfType(IsUnanswerable ? typeof(Lookup.Unanswerable) : typeof(Lookup.Absent));
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_visible_once_after_it_was_looked_for()
    {
        var platform = await CreateAsync();
        await SendAsync(platform, Some.Outgoing(Channel));

        if (await platform.FindAsync(Some.Outgoing(Channel), Token) is Lookup.Absent)
        {
            await SendAsync(platform, Some.Outgoing(Channel));
        }

        (await VisibleMessagesAsync(Channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_twice_is_one_message_where_the_platform_promises_so()
    {
        var platform = await CreateAsync();
        var first = await SendAsync(platform, Some.Outgoing(Channel));
        if (!RecognisesRepeatedKeys)
        {
            return;
        }

        var second = await SendAsync(platform, Some.Outgoing(Channel));

        second.ShouldBe(first);
        (await VisibleMessagesAsync(Channel)).Count.ShouldBe(1);
    }
}
