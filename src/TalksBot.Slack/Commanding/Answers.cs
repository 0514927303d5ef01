using Microsoft.Extensions.Logging;
using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>Runs work that somebody waits for, and answers them in time: with the receipt if it is quick, else afterwards.</summary>
internal sealed partial class Answers(ReplyMessage message, MissingScopes scopes, TimeProvider time, ILogger<Answers> log)
{
    /// <summary>Slack gives up after three seconds; the way there and back needs some of them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int LongestComplaint = 1_000;

    /// <summary>Runs the work and gives what it says.</summary>
    public async Task RunAsync(Visit visit, Func<Task<Response>> work)
    {
        if (!visit.AnswersInReceipt)
        {
            await visit.Receipt.SendAsync(null);
        }

        var working = Task.Run(work);
        if (visit.AnswersInReceipt && !await IsQuickAsync(working))
        {
            await visit.Receipt.SendAsync(null);
        }

        await GiveAsync(visit, await working);
    }

    /// <summary>Runs what a form was sent for; a plain refusal stays in the form, so that nothing has to be written again.</summary>
    /// <param name="visit">The sending.</param>
    /// <param name="field">The input beside which a refusal stands.</param>
    /// <param name="work">What the form is for.</param>
    public async Task SubmitAsync(Visit visit, string field, Func<Task<Response>> work)
    {
        var working = Task.Run(work);
        if (await IsQuickAsync(working) && await working is Response.Said { Reply: { Refused: true, Body.Buttons.Count: 0 } refusal })
        {
            var complaint = ShortText.Cut(PostText.Write(refusal.Body), LongestComplaint);
            if (await visit.Receipt.SendAsync(AckPayload.FieldErrors(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = complaint })))
            {
                return;
            }
        }

        await visit.Receipt.SendAsync(null);
        await GiveAsync(visit, await working);
    }

    private async Task<bool> IsQuickAsync(Task working) => await Task.WhenAny(working, Task.Delay(Patience, time)) == working;

    private async Task GiveAsync(Visit visit, Response response)
    {
        switch (response)
        {
            case Response.Said said:
                await SayAsync(visit, said);
                break;
            case Response.Asked asked when await IsOpenAsync(visit, asked.Form):
                await visit.Receipt.SendAsync(null);
                break;
            case Response.Asked asked:
                await SayAsync(visit, asked.Instead);
                break;
        }
    }

    private async Task<bool> IsOpenAsync(Visit visit, ViewDraft view)
    {
        if (visit.TriggerId is not { } trigger)
        {
            return false;
        }

        if (await visit.Connection.Api.Views.OpenAsync(trigger, view, CancellationToken.None) is Failed<SlackView>(var failure))
        {
            NotOpened(visit.Connection.Name, failure);
            return false;
        }

        return true;
    }

    private async Task SayAsync(Visit visit, Response.Said said)
    {
        var isBare = !Enclosures.Has(said.Reply);
        if (!isBare)
        {
            await visit.Receipt.SendAsync(null);
        }

        var (full, plain) = await message.WriteAsync(visit, said);
        if (isBare && visit.AnswersInReceipt && await visit.Receipt.SendAsync(AckPayload.Message(full)))
        {
            return;
        }

        // An answer too large for the receipt leaves it to be sent without one.
        await visit.Receipt.SendAsync(null);
        var ways = new ReplyWays(visit, time);
        var failure = await ways.ShowAsync(full);
        if (failure is not null && (ReplyWays.IsOfContent(failure) || (failure is Refused && !isBare)))
        {
            Malformed(visit.Connection.Name, failure);
            failure = await ways.ShowAsync(plain);
        }

        if (failure is not null)
        {
            NotTold(visit.Connection.Name, visit.Visitor.UserId, failure);
            await scopes.TellAsync(visit.Connection, failure, "somebody who gave a command was not told what came of it");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not open a form: {Why}")]
    private partial void NotOpened(string connection, SlackFailure why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not tell {User} what came of their command: {Why}")]
    private partial void NotTold(string connection, string user, SlackFailure why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} wrote an answer that Slack does not take, and sent it as text: {Why}")]
    private partial void Malformed(string connection, SlackFailure why);
}
