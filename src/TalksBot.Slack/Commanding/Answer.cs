using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>The ways to answer one person after the receipt: where Slack said, else for them alone in the channel, else in a direct message.</summary>
internal sealed class Answer(InteractionContext context, TimeProvider time)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly SlackApi _api = context.Connection.Api;

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
        if (context.Address is not { } address)
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
        ThreadTs = place == AnswerPlace.Beside ? context.Place.ThreadTs : null,
    };

    private EphemeralDraft Ephemeral(ResponseDraft draft) => new()
    {
        Channel = context.Place.Channel,
        User = context.Sender.UserId,
        ThreadTs = context.Place.ThreadTs,
        Text = draft.Text,
        Blocks = draft.Blocks,
    };

    private PostDraft Direct(ResponseDraft draft) => new() { Channel = context.Sender.UserId, Text = draft.Text, Blocks = draft.Blocks };

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
