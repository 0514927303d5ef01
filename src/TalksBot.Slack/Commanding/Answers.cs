using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>Runs work that somebody waits for, and answers them in time: with the receipt if it is quick, else afterwards.</summary>
internal sealed partial class Answers(ReplyMessage message, HomeTab home, MissingScopes scopes, TimeProvider time, ILogger<Answers> log)
{
    /// <summary>Slack gives up after three seconds; the way there and back needs some of them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int LongestComplaint = 1_000;

    /// <summary>Runs the work and gives what it says.</summary>
    public async Task RunAsync(InteractionContext context, Func<Task<Response>> work)
    {
        if (!context.AnswersInReceipt)
        {
            await context.Receipt.SendAsync(null);
        }

        var working = Task.Run(work);
        if (context.AnswersInReceipt && !await IsQuickAsync(working))
        {
            await context.Receipt.SendAsync(null);
        }

        await GiveAsync(context, await working);
    }

    /// <summary>Runs what a form was sent for; a plain refusal stays in the form, so that nothing has to be written again.</summary>
    /// <param name="context">The sending.</param>
    /// <param name="fields">The form's inputs; a refusal stands beside the one that it is about, else beside the first.</param>
    /// <param name="work">What the form is for.</param>
    public async Task SubmitAsync(InteractionContext context, IReadOnlyList<string> fields, Func<Task<Response>> work)
    {
        var working = Task.Run(work);
        if (await IsQuickAsync(working) && await working is Response.Said { Reply: { Refused: true } refusal } && (refusal.Body.Buttons.Count == 0 || IsOfChoice(refusal, fields)))
        {
            var field = fields.FirstOrDefault(name => name == refusal.Field) ?? fields[0];
            var complaint = Typography.Shorten(PostText.Write(refusal.Body), LongestComplaint);
            if (await context.Receipt.SendAsync(AckPayload.FieldErrors(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = complaint })))
            {
                return;
            }
        }

        await context.Receipt.SendAsync(null);
        await GiveAsync(context, await working);
    }

    /// <summary>The field itself can take every choice that the refusal offers.</summary>
    private static bool IsOfChoice(Reply refusal, IReadOnlyList<string> fields) => refusal.IsOfChoice && fields.Contains(refusal.Field, StringComparer.Ordinal);

    private async Task<bool> IsQuickAsync(Task working) => await Task.WhenAny(working, Task.Delay(Patience, time)) == working;

    private async Task GiveAsync(InteractionContext context, Response response)
    {
        switch (response)
        {
            case Response.Said said:
                await SayAsync(context, said);
                break;
            case Response.Asked asked when await IsOpenAsync(context, asked.Form):
                await context.Receipt.SendAsync(null);
                break;
            case Response.Asked asked:
                await SayAsync(context, asked.Instead);
                break;
        }
    }

    private async Task<bool> IsOpenAsync(InteractionContext context, ViewDraft view)
    {
        if (context.TriggerId is not { } trigger)
        {
            return false;
        }

        if (await context.Connection.Api.Views.OpenAsync(trigger, view, CancellationToken.None) is Failed<SlackView>(var failure))
        {
            NotOpened(context.Connection.Name, failure);
            return false;
        }

        return true;
    }

    private async Task SayAsync(InteractionContext context, Response.Said said)
    {
        if (context.IsHome)
        {
            await home.ShowAsync(context, said, CancellationToken.None);
            return;
        }

        var isBare = !ReplyAttachments.Has(said.Reply);
        if (!isBare)
        {
            await context.Receipt.SendAsync(null);
        }

        var (full, plain) = await message.WriteAsync(context, said);
        if (isBare && context.AnswersInReceipt && await context.Receipt.SendAsync(AckPayload.Message(full)))
        {
            return;
        }

        // An answer too large for the receipt leaves it to be sent without one.
        await context.Receipt.SendAsync(null);
        var ways = new Answer(context, time);
        var failure = await ways.ShowAsync(full);
        if (failure is not null && (Answer.IsOfContent(failure) || (failure is Refused && !isBare)))
        {
            Malformed(context.Connection.Name, failure);
            failure = await ways.ShowAsync(plain);
        }

        if (failure is not null)
        {
            NotTold(context.Connection.Name, context.Sender.UserId, failure);
            await scopes.TellAsync(context.Connection, failure, "somebody who gave a command was not told what came of it");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not open a form: {Why}")]
    private partial void NotOpened(string connection, SlackFailure why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not tell {User} what came of their command: {Why}")]
    private partial void NotTold(string connection, string user, SlackFailure why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} wrote an answer that Slack does not take, and sent it as text: {Why}")]
    private partial void Malformed(string connection, SlackFailure why);
}

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
