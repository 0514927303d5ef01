using System.Diagnostics;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Terminal;

/// <summary>
/// The terminal as a platform. Its channel is the transcript: a message counts as posted when it stands there, and it is
/// shown right after. Nothing is lost, and a message is shown twice only where nobody can know that it was shown at all.
/// </summary>
public sealed class TerminalPlatform(TerminalTranscript transcript, TerminalScreen screen, ITerminalRenderer renderer, IClock clock)
    : IPlatform, IRemembersMessages, IDisposable
{
    /// <summary>The platform's name in channel addresses.</summary>
    public const string PlatformName = "terminal";

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Capabilities Capabilities { get; } =
        new(CanEdit: true, CanDelete: true, CanPin: false, HasButtons: false, LongestText: int.MaxValue, Ahead: 32) { HasThreads = true };

    /// <inheritdoc/>
    public async Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token)
    {
        if (!Serves(post.Channel))
        {
            return new PostOutcome.ChannelGone(NotServed(post.Channel));
        }

        using var turn = await TakeTurnAsync(token);
        if (transcript.FindOurs(post.Key.Value) is { IsShown: true, IsTakenBack: false })
        {
            return new PostOutcome.Sent(post.Key.Value);
        }

        return await RecordAndShowAsync(TranscriptAct.Post, post.Key.Value, Shown(post, ShownNote.New), token);
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token)
    {
        using var turn = await TakeTurnAsync(token);
        return await transcript.FindAsync(message.MessageId, token) switch
        {
            // Where only buttons went away there is nothing to see here.
            TranscriptAnswer.Known { Entry: { IsTakenBack: false } entry } when entry.Shows(PostText.Write(post.Post)) => new PostOutcome.Sent(message.MessageId),
            TranscriptAnswer.Known { Entry.IsTakenBack: false } =>
                await RecordAndShowAsync(TranscriptAct.Edit, message.MessageId, Shown(post, ShownNote.Edited), token),
            TranscriptAnswer.Broken broken => new PostOutcome.Unreachable(broken.Why),
            _ => new PostOutcome.MessageGone($"{message.Channel} has no message {message.MessageId}."),
        };
    }

    /// <inheritdoc/>
    public async Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token)
    {
        using var turn = await TakeTurnAsync(token);
        return await transcript.FindAsync(message.MessageId, token) switch
        {
            TranscriptAnswer.Known { Entry.IsTakenBack: true } => new PostOutcome.Sent(message.MessageId),
            TranscriptAnswer.Known known => await TakeBackAsync(message, known.Entry, token),
            TranscriptAnswer.Broken broken => new PostOutcome.Unreachable(broken.Why),
            _ => new PostOutcome.MessageGone($"{message.Channel} has no message {message.MessageId}."),
        };
    }

    /// <inheritdoc/>
    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => Task.FromResult<PostOutcome>(
        new PostOutcome.NotAllowed("A terminal has nowhere to pin a message.", "Follow the talks from a channel that can."));

    /// <inheritdoc/>
    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token) => PinAsync(message, token);

    /// <inheritdoc/>
    public Task<PostOutcome> OpenThreadAsync(MessageAddress message, OutgoingPost post, CancellationToken token) =>
        Task.FromResult<PostOutcome>(new PostOutcome.Sent($"{message.Channel.Channel}.{post.Cause.Talks}"));

    /// <inheritdoc/>
    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) => Task.FromResult<Uri?>(null);

    /// <inheritdoc/>
    public async Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token)
    {
        using var turn = await TakeTurnAsync(token);
        return await transcript.FindAsync(post.Key.Value, token) switch
        {
            TranscriptAnswer.Known { Entry: { IsTakenBack: false } entry } => await ShowFoundAsync(post, entry, token),
            TranscriptAnswer.Broken broken => new Lookup.Unknown(broken.Why),
            _ => new Lookup.Absent(),
        };
    }

    /// <inheritdoc/>
    public async Task<ProbeAnswer> ProbeAsync(CancellationToken token)
    {
        using var turn = await TakeTurnAsync(token);
        if (await transcript.FindAsync("", token) is TranscriptAnswer.Broken broken)
        {
            return new ProbeAnswer.Silent(broken.Why);
        }

        return await screen.ShowAsync("", token) is { } why ? new ProbeAnswer.Silent(why) : new ProbeAnswer.Answers();
    }

    /// <inheritdoc/>
    public Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) => Task.FromResult<ChannelCheck>(
        Serves(channel)
            ? new ChannelCheck.Ready()
            : new ChannelCheck.Faulty(NotServed(channel), "Use an address such as terminal:desk."));

    /// <inheritdoc/>
    public Task<DirectAnswer> OpenDirectAsync(string person, CancellationToken token)
    {
        var name = string.Concat(person.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        return Task.FromResult<DirectAnswer>(new DirectAnswer.Opened(new ChannelAddress(PlatformName, "", $"@{name}")));
    }

    /// <inheritdoc/>
    /// <remarks>The copy is made while messages go on; only what came meanwhile is copied in a turn of its own.</remarks>
    public async Task<int> ForgetAsync(Instant before, Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlySet<string>>> needed, CancellationToken token)
    {
        if (await transcript.ShortenAsync(before, needed, token) is not { } shorter)
        {
            return 0;
        }

        using var turn = await TakeTurnAsync(token);
        return await transcript.ReplaceAsync(shorter);
    }

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => new MentionReading.Understood(typed.Trim());

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>True for addresses such as <c>terminal:desk</c>.</summary>
    internal static bool Serves(ChannelAddress? channel) => channel is { Platform: PlatformName, Connection.Length: 0 };

    private static string NotServed(ChannelAddress channel) => $"{channel} is not a channel of the terminal.";

    private async Task<Lookup> ShowFoundAsync(OutgoingPost post, TranscriptEntry entry, CancellationToken token)
    {
        if (!entry.IsShown)
        {
            // Recorded by a process that is gone: it stopped just before or just after showing it.
            var shown = Shown(post, entry.IsOurs ? ShownNote.New : ShownNote.Again);
            if (await screen.ShowAsync(renderer.Write(shown), token) is { } why)
            {
                return new Lookup.Unknown(why);
            }

            await transcript.AppendAsync(TranscriptLine.Shown(post.Key.Value, TimeWording.Iso(Now())));
        }

        return new Lookup.Found(post.Key.Value);
    }

    private async Task<PostOutcome> RecordAndShowAsync(TranscriptAct act, string id, ShownPost shown, CancellationToken token)
    {
        var line = new TranscriptLine(
            act,
            id,
            shown.Outgoing.Channel.ToString(),
            TimeWording.Iso(shown.At),
            shown.Reference,
            PostText.Write(shown.Outgoing.Post));
        return await RecordAndShowAsync(line, renderer.Write(shown), token);
    }

    private async Task<PostOutcome> TakeBackAsync(MessageAddress message, TranscriptEntry entry, CancellationToken token)
    {
        var now = Now();
        var line = new TranscriptLine(
            TranscriptAct.Delete, message.MessageId, entry.Channel, TimeWording.Iso(now), entry.Reference, "");
        return await RecordAndShowAsync(line, renderer.WriteTakenBack(message.Channel, entry.Reference, now), token);
    }

    private async Task<PostOutcome> RecordAndShowAsync(TranscriptLine line, string text, CancellationToken token)
    {
        switch (await transcript.AppendAsync(line))
        {
            case TranscriptAnswer.Broken broken:
                return new PostOutcome.Unreachable(broken.Why);
            case TranscriptAnswer.Known:
                if (await screen.ShowAsync(text, token) is { } why)
                {
                    return new PostOutcome.Unreachable(why);
                }

                // Should this line be lost, the message is shown once more after a restart, marked as such.
                await transcript.AppendAsync(TranscriptLine.Shown(line.Id, line.At));
                return new PostOutcome.Sent(line.Id);
            default:
                throw new UnreachableException();
        }
    }

    private ShownPost Shown(OutgoingPost post, ShownNote note) =>
        new(post, Now(), note);

    /// <summary>To the millisecond: more is noise on a screen.</summary>
    private Instant Now() => Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    private async Task<Turn> TakeTurnAsync(CancellationToken token)
    {
        await _turn.WaitAsync(token);
        return new Turn(_turn);
    }

    /// <summary>Ends a caller's turn when it is disposed.</summary>
    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
