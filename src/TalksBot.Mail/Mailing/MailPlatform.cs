using System.Globalization;
using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Mail.Mailing;

/// <summary>
/// Mail as a platform whose channels are the addresses in the settings, and no others: for alarms beside the operations channel, and for
/// digests. It gives no commands. What has to be changed is sent again in full, as an answer to the mail that does not hold any more.
/// </summary>
internal sealed class MailPlatform(MailSender sender, IReadOnlyCollection<ChannelAddress> addresses) : IPlatform
{
    private const int LongestText = 100_000;

    private static readonly PlatformWords Words = new("The mail server", "its own log");

    /// <inheritdoc/>
    public string Name => MailChannels.Platform;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; } = new(CanEdit: true, CanDelete: false, CanPin: false, HasButtons: false, LongestText);

    /// <inheritdoc/>
    public Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token) => SendAsync(post, post.Channel, replaces: null, token);

    /// <inheritdoc/>
    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token) => SendAsync(post, message.Channel, message.MessageId, token);

    /// <inheritdoc/>
    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token) => Task.FromResult<PostOutcome>(
        new PostOutcome.NotAllowed("A mail cannot be taken back.", "Write to whoever got it."));

    /// <inheritdoc/>
    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => Task.FromResult<PostOutcome>(
        new PostOutcome.NotAllowed("A mail cannot be pinned.", "Follow the talks from a channel that can."));

    /// <inheritdoc/>
    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token) => PinAsync(message, token);

    /// <inheritdoc/>
    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) => Task.FromResult<Uri?>(null);

    /// <inheritdoc/>
    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) => Task.FromResult<Lookup>(
        new Lookup.Unanswerable("Nobody can look whether a mail arrived.", "Whoever got it twice sees the same Message-ID in both."));

    /// <inheritdoc/>
    public async Task<ProbeAnswer> ProbeAsync(CancellationToken token) => Words.ToProbe(await sender.LookAsync(token));

    /// <inheritdoc/>
    public async Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) => !addresses.Contains(channel)
        ? new ChannelCheck.Faulty(NotServed(channel), $"Name it under {MailOptions.Section}:To or {MailOptions.Section}:Digests and start again.")
        : await sender.LookAsync(token) switch
        {
            null => new ChannelCheck.Ready(),
            CallFailure.CredentialsDead dead => new ChannelCheck.Faulty($"{dead.Why}.", $"Set {MailOptions.Section}:UserName and :Password to what it accepts."),
            CallFailure.Unreachable it => new ChannelCheck.Faulty($"{it.Why}.", $"Compare Host, Port and Security under {MailOptions.Section} with what the mail server asks for."),
            var failure => Words.ToFault(Words.ToOutcome(failure)),
        };

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => new MentionReading.Understood(typed.Trim());

    private async Task<PostOutcome> SendAsync(OutgoingPost post, ChannelAddress channel, string? replaces, CancellationToken token)
    {
        if (!addresses.Contains(channel))
        {
            return new PostOutcome.ChannelGone(NotServed(channel));
        }

        // A change comes under the key of what it changes; under the name of the first mail nobody would ever be shown the second.
        var name = replaces is null ? post.Key.Value : string.Create(CultureInfo.InvariantCulture, $"{post.Key.Value} {post.DueAt.ToUnixTimeTicks()}");
        var id = MailWriter.IdOf(name, sender.From);
        var mail = MailWriter.Write(post, sender.From, channel.Channel, id, replaces);
        return await sender.SendAsync(mail, token) is { } failure ? Words.ToOutcome(failure) : new PostOutcome.Sent(id);
    }

    private static string NotServed(ChannelAddress channel) => $"{channel} is no address that the settings name, and mail goes to those alone.";
}
