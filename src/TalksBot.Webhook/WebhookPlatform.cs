using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Webhook;

/// <summary>
/// A receiver of signed events as a platform: a content system, a wire, a wall. It takes posts and what becomes of them, and gives no
/// commands. A post's event has the delivery's key as its id, so sending it again is the way to find out whether it arrived.
/// </summary>
internal sealed class WebhookPlatform(string connection, WebhookSender sender, IClock clock) : IPlatform
{
    /// <summary>The platform's name in channel addresses.</summary>
    public const string PlatformName = "webhook";

    private const int LongestText = 100_000;

    private static readonly PlatformWords Words = new("The receiver", "its own log, and see that it answers 2xx to a ping");

    /// <inheritdoc/>
    public string Name { get; } = $"{PlatformName}:{connection}";

    /// <inheritdoc/>
    public Capabilities Capabilities { get; } = new(CanEdit: true, CanDelete: true, CanPin: false, HasButtons: false, LongestText);

    /// <inheritdoc/>
    public Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token) =>
        SendAsync(post.Channel, post.Key.Value, WebhookEvent.Created(post, clock.GetCurrentInstant()), post.Key.Value, token);

    /// <inheritdoc/>
    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token) =>
        ChangeAsync(message, WebhookEvent.Updated(message, post, clock.GetCurrentInstant()), token);

    /// <inheritdoc/>
    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token) =>
        ChangeAsync(message, WebhookEvent.Deleted(message, clock.GetCurrentInstant()), token);

    /// <inheritdoc/>
    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => Task.FromResult<PostOutcome>(
        new PostOutcome.NotAllowed("A receiver of events has nowhere to pin a message.", "Follow the talks from a channel that can."));

    /// <inheritdoc/>
    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token) => PinAsync(message, token);

    /// <inheritdoc/>
    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) => Task.FromResult<Uri?>(null);

    /// <inheritdoc/>
    /// <remarks>A receiver cannot be asked, but takes an event whose id it has seen as done: the post is sent again.</remarks>
    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) => Task.FromResult<Lookup>(new Lookup.Absent());

    /// <inheritdoc/>
    /// <remarks>A ping that names no channel: whatever the receiver answers of channels, it is there.</remarks>
    public async Task<ProbeAnswer> ProbeAsync(CancellationToken token) =>
        Words.ToProbe(await PingAsync("", token) is { } failure and not (CallFailure.Refused or CallFailure.RateLimited) ? failure : null);

    /// <inheritdoc/>
    public async Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) => !Serves(channel)
        ? new ChannelCheck.Faulty(NotServed(channel), $"Use an address such as {Name}/desk.")
        : await PingAsync(channel.Channel, token) switch
        {
            null => new ChannelCheck.Ready(),
            CallFailure.RateLimited => new ChannelCheck.Ready { Caution = new ChannelCheck.Faulty("The receiver asks to wait.", "Let it take more events at once, or have fewer channels follow.") },
            CallFailure.Refused { Known: { } known } refused => new ChannelCheck.Faulty(known.With(refused.Error), known.Mend),
            CallFailure.CredentialsDead dead => new ChannelCheck.Faulty(dead.Why, $"Set {WebhookOptions.Section}:{connection}:Secret to what the receiver verifies with."),
            var failure => Words.ToFault(Words.ToOutcome(failure)),
        };

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => new MentionReading.Understood(typed.Trim());

    private Task<CallFailure?> PingAsync(string channel, CancellationToken token) =>
        sender.SendAsync(NewId(), WebhookEvent.Ping(channel, clock.GetCurrentInstant()), token);

    /// <summary>Each sending of a change has an id of its own: it carries the whole state, and made twice it is the same.</summary>
    private Task<PostOutcome> ChangeAsync(MessageAddress message, WebhookEvent change, CancellationToken token) =>
        SendAsync(message.Channel, NewId(), change, message.MessageId, token);

    private async Task<PostOutcome> SendAsync(ChannelAddress channel, string id, WebhookEvent content, string messageId, CancellationToken token)
    {
        if (!Serves(channel))
        {
            return new PostOutcome.ChannelGone(NotServed(channel));
        }

        return await sender.SendAsync(id, content, token) is { } failure ? Words.ToOutcome(failure) : new PostOutcome.Sent(messageId);
    }

    private bool Serves(ChannelAddress channel) => channel.ConnectionName == Name;

    private string NotServed(ChannelAddress channel) => $"{channel} is not a channel of {Name}.";

    private static string NewId() => Guid.CreateVersion7().ToString("N");
}
