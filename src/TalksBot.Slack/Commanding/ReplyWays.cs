using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;
using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Commanding;

/// <summary>The ways to answer one person after the receipt: where Slack said, else for them alone in the channel, else in a direct message.</summary>
internal sealed class ReplyWays(Visit visit, TimeProvider time)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly SlackApi _api = visit.Connection.Api;

    /// <summary>Shows the answer by the first way that works.</summary>
    /// <returns>Null when it was shown, else why the last way failed; a refusal of the content itself tries no other way.</returns>
    public async Task<SlackFailure?> ShowAsync(ResponseDraft draft)
    {
        var failure = await AtAddressAsync(draft);
        if (failure is not null && !IsOfContent(failure))
        {
            failure = await RepeatAsync(() => _api.Chat.PostEphemeralAsync(Ephemeral(draft), CancellationToken.None));
        }

        if (failure is not null && !IsOfContent(failure))
        {
            failure = await RepeatAsync(() => _api.Chat.PostAsync(Direct(draft), priority: 0, CancellationToken.None));
        }

        return failure;
    }

    /// <summary>True when Slack would take another content.</summary>
    public static bool IsOfContent(SlackFailure failure) => failure is Refused
    {
        Error.Code: "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "msg_too_long" or "no_text" or "invalid_attachments",
    };

    private async Task<SlackFailure?> AtAddressAsync(ResponseDraft draft)
    {
        if (visit.Address is not { } address)
        {
            return new Unreachable("Slack gave no address to answer at.");
        }

        return await RepeatAsync<NoContent>(async () => address.Use() is { } url
            ? await _api.Responses.SendAsync(url, Placed(draft, address.Place), CancellationToken.None)
            : new Failed<NoContent>(new Refused(new SlackError("used_url"))));
    }

    /// <summary>Only a private message with the pressed button is replaced; a post is said to stay, since Slack was seen to replace it unasked.</summary>
    private ResponseDraft Placed(ResponseDraft draft, AnswerPlace place) => draft with
    {
        ReplaceOriginal = place == AnswerPlace.Original,
        ThreadTs = place == AnswerPlace.Beside ? visit.Place.ThreadTs : null,
    };

    private EphemeralDraft Ephemeral(ResponseDraft draft) => new()
    {
        Channel = visit.Place.Channel,
        User = visit.Visitor.UserId,
        ThreadTs = visit.Place.ThreadTs,
        Text = draft.Text,
        Blocks = draft.Blocks,
    };

    private PostDraft Direct(ResponseDraft draft) => new() { Channel = visit.Visitor.UserId, Text = draft.Text, Blocks = draft.Blocks };

    /// <summary>Sends again what may not have arrived: to be told twice is better than never.</summary>
    private async Task<SlackFailure?> RepeatAsync<T>(Func<Task<SlackAnswer<T>>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            switch (await send())
            {
                case Answered<T>:
                    return null;
                case Failed<T>(var failure) when attempt == MostAttempts || failure is Refused or CredentialsDead or RateLimited:
                    return failure;
            }

            await Task.Delay(Pause * attempt, time, CancellationToken.None);
        }
    }
}

/// <summary>Where a person can be answered after the receipt: five times within thirty minutes, wherever they are (slack.md §7).</summary>
/// <param name="url">Slack's address, which is a secret.</param>
/// <param name="place">Where an answer goes.</param>
internal sealed class AnswerAddress(Secret url, AnswerPlace place, TimeProvider time)
{
    private const int Uses = 5;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly DateTimeOffset _until = time.GetUtcNow() + Life;
    private int _used;

    /// <summary>Where an answer goes.</summary>
    public AnswerPlace Place => place;

    /// <summary>The address for one more answer; null when Slack would not take it any more.</summary>
    public Secret? Use() => time.GetUtcNow() < _until && Interlocked.Increment(ref _used) <= Uses ? url : null;
}

/// <summary>Where an answer at an address goes.</summary>
internal enum AnswerPlace
{
    /// <summary>Below a command: a private message, which nothing said at the same address replaces (slack.md §7).</summary>
    Own = 0,

    /// <summary>In place of the private message whose button was pressed.</summary>
    Original = 1,

    /// <summary>Beside the post whose button was pressed, which everybody sees and nothing may replace.</summary>
    Beside = 2,
}

/// <summary>Tells Slack, once and within three seconds, that something has arrived; may carry an answer (slack.md §6, §8).</summary>
internal interface IReceipt
{
    /// <summary>Sends it.</summary>
    /// <param name="payload">The answer; null for none.</param>
    /// <returns>False when it was sent before, or when the way back is gone: the answer did not go with it.</returns>
    Task<bool> SendAsync(AckPayload? payload);
}

/// <summary>The receipt of what came over HTTP: the response to that request.</summary>
internal sealed class HttpReceipt : IReceipt
{
    private readonly TaskCompletionSource<AckPayload?> _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the answer when there is one, or when it is clear that none comes.</summary>
    public Task<AckPayload?> Given => _given.Task;

    /// <inheritdoc/>
    public Task<bool> SendAsync(AckPayload? payload) => Task.FromResult(_given.TrySetResult(payload));
}

/// <summary>The receipt of what came over a socket.</summary>
internal sealed class SocketReceipt(Envelope envelope) : IReceipt
{
    /// <inheritdoc/>
    public Task<bool> SendAsync(AckPayload? payload) =>
        // Where Slack takes no answer, the receipt goes by itself and the answer another way.
        payload is null || envelope.AcceptsPayload ? envelope.Ack.SendAsync(payload, CancellationToken.None) : Task.FromResult(false);
}
