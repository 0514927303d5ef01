using System.Text;
using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Mail.Pushing;

/// <summary>A push topic as a platform with one channel, for alarms beside the operations channel. It gives no commands and takes nothing back.</summary>
internal sealed class PushPlatform(PushSender sender) : IPlatform
{
    /// <summary>The platform's name in channel addresses.</summary>
    public const string PlatformName = "push";

    /// <summary>The topic.</summary>
    public static readonly ChannelAddress Topic = new(PlatformName, "", "topic");

    /// <summary>ntfy makes an attachment of more, in bytes.</summary>
    private const int LongestText = 4000;

    private static readonly PlatformWords Words = new("The push server", "its own log");

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; } = new(CanEdit: false, CanDelete: false, CanPin: false, HasButtons: false, LongestText);

    /// <inheritdoc/>
    public async Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token)
    {
        if (post.Channel != Topic)
        {
            return new PostOutcome.ChannelGone($"{post.Channel} is not {Topic}.");
        }

        var reference = $"\n{PostReference.Of(post)}";
        var text = Cut(PostText.Write(post.Post), LongestText - Encoding.UTF8.GetByteCount(reference)) + reference;
        var failure = await sender.SendAsync(text, post.Post.Severity is Severity.Pressing or Severity.Trouble, token);
        return failure is null ? new PostOutcome.Sent(post.Key.Value) : Words.ToOutcome(failure);
    }

    /// <inheritdoc/>
    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token) => RefuseAsync();

    /// <inheritdoc/>
    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token) => RefuseAsync();

    /// <inheritdoc/>
    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => RefuseAsync();

    /// <inheritdoc/>
    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token) => RefuseAsync();

    /// <inheritdoc/>
    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) => Task.FromResult<Uri?>(null);

    /// <inheritdoc/>
    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) => Task.FromResult<Lookup>(
        new Lookup.Unanswerable("Nobody can look whether a push arrived.", "Nothing need be done: at worst the phone rang twice."));

    /// <inheritdoc/>
    public async Task<ProbeAnswer> ProbeAsync(CancellationToken token) => Words.ToProbe(await sender.LookAsync(token));

    /// <inheritdoc/>
    public async Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) => channel != Topic
        ? new ChannelCheck.Faulty($"{channel} is not a channel of push.", $"Use {Topic}.")
        : await sender.LookAsync(token) switch
        {
            null => new ChannelCheck.Ready(),
            CallFailure.CredentialsDead dead => new ChannelCheck.Faulty($"{dead.Why}.", $"Set {PushOptions.Section}:Token to one that may write to the topic."),
            var failure => Words.ToFault(Words.ToOutcome(failure)),
        };

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => new MentionReading.Understood(typed.Trim());

    private static Task<PostOutcome> RefuseAsync() => Task.FromResult<PostOutcome>(new PostOutcome.NotAllowed("What was pushed cannot be changed.", "Nothing need be done."));

    private static string Cut(string text, int most)
    {
        if (Encoding.UTF8.GetByteCount(text) <= most)
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text).AsSpan(0, most - 3);
        while ((bytes[^1] & 0xC0) == 0x80)
        {
            bytes = bytes[..^1];
        }

        return Encoding.UTF8.GetString(bytes[..^1]) + "…";
    }
}
