using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>
/// The app's own page: what stands, with a button for each job. What a press or a form brings is shown at its top, and below it what stands
/// by then, so that the page is never older than what was done on it.
/// </summary>
internal sealed partial class HomeTab(Callers callers, CommandRunner runner, ReplyMessage message, IAlarm alarm, ILogger<HomeTab> log)
{
    /// <summary>The page that Slack names in the event, and no other.</summary>
    private const string Home = "home";

    private readonly SeenOnce<string> _told = new();

    /// <summary>Somebody looks at the page: they are shown what stands now.</summary>
    public Task OpenedAsync(SlackConnection connection, AppHomeOpened opened, IReceipt receipt, CancellationToken token)
    {
        var place = new SlackPlace(opened.Channel is { Length: > 0 } direct ? direct : opened.User, ThreadTs: null);
        var context = new InteractionContext(connection, new Sender(opened.User, opened.TeamId, Handle: null), place, receipt) { IsHome = true };
        return opened.Tab is null or Home ? ShowAsync(context, answer: null, token) : Task.CompletedTask;
    }

    /// <summary>Where somebody pressed something on the page; null for a press anywhere else.</summary>
    public static InteractionContext? VisitOf(SlackConnection connection, BlockActions press, BlockAction action, IReceipt receipt) => press.View is { Type: SlackView.Home } view
        ? new InteractionContext(
            connection,
            new Sender(press.User.Id, press.User.TeamId ?? press.Team?.Id, press.User.Username),
            new SlackPlace(view.PrivateMetadata is { Length: > 0 } direct ? direct : press.User.Id, ThreadTs: null),
            receipt)
        {
            IdempotencyKey = $"home/{view.Id}/{view.Hash}/{action.ActionId} {action.Value}/{press.User.Id}",
            IsHome = true,
            TriggerId = press.TriggerId,
        }
        : null;

    /// <summary>Shows an answer with what stands below it, or what stands alone.</summary>
    /// <param name="context">What somebody did on the page.</param>
    /// <param name="answer">What came of it; null where they only look.</param>
    public async Task ShowAsync(InteractionContext context, Response.Said? answer, CancellationToken token)
    {
        var stands = answer is { IsWhatStands: true } ? null : await StandsAsync(context, token);
        var parts = new[] { answer, stands }.OfType<Response.Said>().ToList();
        var written = new List<(ResponseDraft Full, ResponseDraft Plain)>();
        foreach (var part in parts)
        {
            written.Add(await message.WriteAsync(context, part));
        }

        var failure = await PublishAsync(context, [.. written.Select(part => part.Full)], token);
        if (failure is not null && Answer.IsOfContent(failure))
        {
            Malformed(context.Connection.Name, failure);
            failure = await PublishAsync(context, [.. written.Select(part => part.Plain)], token);
        }

        if (failure is not null)
        {
            NotShown(context.Connection.Name, context.Sender.UserId, failure);
            await TellAsync(context.Connection, failure, token);
        }
    }

    /// <summary>What stands, for who may see it; who may not is told why.</summary>
    private async Task<Response.Said> StandsAsync(InteractionContext context, CancellationToken token) => await callers.OfAsync(context) switch
    {
        Authentication.Known known => await runner.RunAsync(context, JobButtons.Desk, known.Caller with { IdempotencyKey = null }, token) as Response.Said ?? Response.Refuse("Nothing can be shown here now; try again in a minute."),
        Authentication.TurnedAway turned => new Response.Said(turned.Reply),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<SlackFailure?> PublishAsync(InteractionContext context, IReadOnlyList<ResponseDraft> parts, CancellationToken token)
    {
        var blocks = parts.SelectMany((part, n) => n == 0 ? part.Blocks ?? [] : [new DividerBlock(), .. part.Blocks ?? []]).ToList();
        var page = new HomeDraft(blocks) { PrivateMetadata = context.Place.Channel };
        return await context.Connection.Api.Views.PublishAsync(context.Sender.UserId, page, token) is Failed<SlackView>(var failure) ? failure : null;
    }

    private async Task TellAsync(SlackConnection connection, SlackFailure failure, CancellationToken token)
    {
        if (failure is Refused { Error.Code: "not_enabled" } && _told.IsFirst(connection.Name))
        {
            await alarm.RaiseAsync(
                new Trouble(
                    connection.Name,
                    $"{connection.Name} has no Home tab, so nobody sees there what stands.",
                    "Paste the manifest that \"manifest slack\" prints on the app's page at Slack, or switch the Home Tab on under App Home."),
                token);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not show {User} the app's page: {Why}")]
    private partial void NotShown(string connection, string user, SlackFailure why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} wrote a page that Slack does not take, and shows it as text: {Why}")]
    private partial void Malformed(string connection, SlackFailure why);
}
