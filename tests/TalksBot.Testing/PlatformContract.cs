using Shouldly;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using Xunit;

namespace TalksBot.Testing;

/// <summary>
/// What every platform must do. A platform's tests inherit this class and say how to set it up, what a reader would see,
/// and how to break it.
/// </summary>
public abstract partial class PlatformContract
{
    /// <summary>A channel that can be posted to.</summary>
    protected abstract ChannelAddress Channel { get; }

    /// <summary>A second channel that can be posted to; where there is but one, that one again.</summary>
    protected abstract ChannelAddress OtherChannel { get; }

    /// <summary>A channel that this platform cannot post to.</summary>
    protected abstract ChannelAddress MissingChannel { get; }

    /// <summary>The platform promises that a repeated key within a short time is one message, even without a look-up.</summary>
    protected virtual bool RecognisesRepeatedKeys => false;

    /// <summary>It can be asked what it shows; where it cannot, sending a key again must be harmless.</summary>
    protected virtual bool CanLook => true;

    /// <summary>Nobody can ever look what arrived, and it says so each time it is asked: what is in doubt goes out again.</summary>
    protected virtual bool IsUnanswerable => false;

    /// <summary>Its messages have addresses on the web.</summary>
    protected virtual bool HasAddresses => true;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The platform, connected, with empty channels.</summary>
    protected abstract Task<IPlatform> CreateAsync();

    /// <summary>What a reader sees in the channel now, oldest first.</summary>
    protected abstract Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel);

    /// <summary>From now on nothing gets through to the platform.</summary>
    protected abstract Task BreakAsync();

    [Fact]
    public async Task Shows_a_post_once_with_all_its_words()
    {
        var platform = await CreateAsync();

        var sent = await SendAsync(platform, Some.Outgoing(Channel));

        sent.MessageId.ShouldNotBeNullOrWhiteSpace();
        var message = (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem();
        message.Text.ShouldContain(Some.Post().Heading);
        message.Text.ShouldContain(PostText.Write(Some.Post().Pieces[0]));
    }

    [Fact]
    public async Task Shows_every_kind_of_piece()
    {
        var platform = await CreateAsync();
        var post = Some.Post() with
        {
            Pieces =
            [
                new PostPiece.Section("Clocks"),
                new PostPiece.Moment(Some.Moment, "23:44 EDT · 05:44 Geneva (+1)"),
                new PostPiece.Quote("We are not there.", "Kantor, on record"),
                new PostPiece.Field("If it passes", "tariffs"),
            ],
        };

        await SendAsync(platform, Some.Outgoing(Channel, post));

        var text = (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem().Text;
        string[] parts = ["Clocks", "We are not there.", "Kantor, on record", "If it passes", "tariffs"];
        parts.ShouldAllBe(part => text.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_the_short_reference_that_people_quote()
    {
        var platform = await CreateAsync();
        var post = Some.Outgoing(Channel);

        await SendAsync(platform, post);

        (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem().Text.ShouldContain(post.Key.ShortReference);
    }

    [Fact]
    public async Task Keeps_the_order_of_a_channel()
    {
        var platform = await CreateAsync();
        await SendAsync(platform, Some.Outgoing(Channel, Some.Post("first", "…"), 1));

        await SendAsync(platform, Some.Outgoing(Channel, Some.Post("second", "…"), 2));

        var texts = (await VisibleMessagesAsync(Channel)).Select(message => message.Text).ToList();
        texts.Count.ShouldBe(2);
        texts[0].ShouldContain("first");
        texts[1].ShouldContain("second");
    }

    [Fact]
    public async Task Serves_several_channels_at_once()
    {
        var platform = await CreateAsync();

        await Task.WhenAll(SendAsync(platform, Some.Outgoing(Channel, number: 1)), SendAsync(platform, Some.Outgoing(OtherChannel, number: 2)));

        var each = OtherChannel == Channel ? 2 : 1;
        (await VisibleMessagesAsync(Channel)).Count.ShouldBe(each);
        (await VisibleMessagesAsync(OtherChannel)).Count.ShouldBe(each);
    }

    [Fact]
    public async Task A_good_channel_is_ready()
    {
        var platform = await CreateAsync();

        (await platform.CheckAsync(Channel, Token)).ShouldBeOfType<ChannelCheck.Ready>();
    }

    private static async Task<PostOutcome.Sent> SendAsync(IPlatform platform, OutgoingPost post) =>
        (await platform.PostAsync(post, Token)).ShouldBeOfType<PostOutcome.Sent>();
}
