using System.Globalization;
using Microsoft.Extensions.Logging;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>What people do on Slack, handed to the desk, each once, whether it came over a socket or over HTTP.</summary>
internal sealed class InteractionDispatcher(Authenticator authenticator, CommandRunner runner, ButtonHandler buttons, SentForms forms, MessageShortcuts shortcuts, WorkspaceEvents events)
{
    /// <summary>Whoever has waited that long has most likely done something else about it.</summary>
    private static readonly Duration LateFrom = Duration.FromMinutes(2);

    /// <summary>Mentions alone, so that those of many hours are remembered: events that Slack missed come hours later, under the same ids.</summary>
    private readonly SeenOnce<string> _mentions = new();

    /// <summary>Does and answers one thing; what is of no concern is acknowledged.</summary>
    public Task ReceiveAsync(SlackConnection connection, Incoming content, IReceipt receipt, TimeProvider time, CancellationToken token) => content switch
    {
        SlashCommand command => CommandAsync(connection, command, receipt, time, token),
        BlockActions { View: null, Actions: [var action, ..] } press => PressAsync(VisitOf(connection, press, receipt, time), press, action, token),
        BlockActions { Actions: [var action, ..] } press when HomeTab.VisitOf(connection, press, action, receipt) is { } visit => authenticator.ReceiveAsync(visit, caller => buttons.PressAsync(visit, action, caller, token)),
        MessageShortcut { CallbackId: SlackManifest.MakeUpdate } shortcut => shortcuts.MakeUpdateAsync(connection, shortcut, receipt, token),
        ViewSubmission sent => SubmitAsync(connection, sent, receipt, token),
        AppMention mention when _mentions.IsFirst($"{connection.Name} {mention.EventId ?? mention.Ts}") => MentionAsync(connection, mention, receipt, time, token),
        OtherEvent or AppHomeOpened => events.ReceiveAsync(connection, (SlackEvent)content, receipt, token),
        _ => receipt.SendAsync(null),
    };

    private Task CommandAsync(SlackConnection connection, SlashCommand command, IReceipt receipt, TimeProvider time, CancellationToken token)
    {
        var context = new InteractionContext(connection, new Sender(command.UserId, command.TeamId, command.UserName), new SlackPlace(command.ChannelId, ThreadTs: null), receipt)
        {
            IdempotencyKey = command.TriggerId is { } trigger ? $"command/{trigger}" : null,
            AnswersInReceipt = true,
            Address = AddressOf(command.ResponseUrl, AnswerPlace.Own, time),
            TriggerId = command.TriggerId,
        };
        return authenticator.ReceiveAsync(context, caller => runner.RunAsync(context, TypedText.Of(connection.Name, command.Text), caller, token));
    }

    private Task PressAsync(InteractionContext context, BlockActions press, BlockAction action, CancellationToken token)
    {
        var message = press.Container?.MessageTs ?? press.Message?.Ts ?? "";
        var once = context with { IdempotencyKey = $"message/{context.Place.Channel}/{message}/{action.ActionId} {action.Value}/{press.User.Id}" };
        return authenticator.ReceiveAsync(once, caller => buttons.PressAsync(once, action, caller, token));
    }

    private static InteractionContext VisitOf(SlackConnection connection, BlockActions press, IReceipt receipt, TimeProvider time)
    {
        var parent = press.Container?.ThreadTs ?? press.Message?.ThreadTs;
        var place = new SlackPlace(
            press.Channel?.Id ?? press.Container?.ChannelId ?? "",
            parent is null || parent == press.Container?.MessageTs ? null : parent);
        return new InteractionContext(connection, new Sender(press.User.Id, press.User.TeamId ?? press.Team?.Id, press.User.Username), place, receipt)
        {
            Address = AddressOf(press.ResponseUrl, press.Container?.IsEphemeral is true ? AnswerPlace.Original : AnswerPlace.Beside, time),
            TriggerId = press.TriggerId,
        };
    }

    private async Task SubmitAsync(SlackConnection connection, ViewSubmission sent, IReceipt receipt, CancellationToken token)
    {
        if (forms.VisitOf(connection, sent, receipt) is not { } context || SentForms.FieldsOf(sent.View) is not { Count: > 0 } fields)
        {
            await receipt.SendAsync(null);
            return;
        }

        await authenticator.TakeFormAsync(context, fields, caller => forms.SubmitAsync(sent.View, caller, token));
    }

    private Task MentionAsync(SlackConnection connection, AppMention mention, IReceipt receipt, TimeProvider time, CancellationToken token)
    {
        var context = new InteractionContext(connection, new Sender(mention.User, mention.UserTeam ?? mention.Team, Handle: null), new SlackPlace(mention.Channel, mention.ThreadTs), receipt)
        {
            IdempotencyKey = $"mention/{mention.EventId ?? mention.Ts}",
        };
        return authenticator.ReceiveAsync(context, async caller =>
        {
            var bot = await connection.WhoAsync(token) is Answered<Identity>(var identity) ? identity.UserId : "";
            var line = TypedText.Of(connection.Name, TypedText.After(bot, mention.Text));
            var age = AgeOf(mention, time);
            return age < LateFrom ? await runner.RunAsync(context, line, caller, token) : await runner.RunLateAsync(context, line, caller, age, token);
        });
    }

    /// <summary>A message's <c>ts</c> is when it was written.</summary>
    private static Duration AgeOf(AppMention mention, TimeProvider time) =>
        decimal.TryParse(mention.Ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue
            ? Instant.FromDateTimeOffset(time.GetUtcNow()) - Instant.FromUnixTimeSeconds((long)seconds)
            : Duration.Zero;

    private static AnswerAddress? AddressOf(Secret? url, AnswerPlace place, TimeProvider time) => url is null ? null : new AnswerAddress(url, place, time);
}

/// <summary>Takes what came in, however it came: what nobody knows is logged, and a bug stops here.</summary>
internal sealed partial class GuardedHandler(InteractionDispatcher dispatcher, CommandBoundary boundary, TimeProvider time, ILogger<GuardedHandler> log)
{
    /// <summary>Does and answers one thing; never throws.</summary>
    public Task ReceiveAsync(SlackConnection connection, Incoming content, IReceipt receipt, CancellationToken token)
    {
        if (content is UnknownIncoming unknown)
        {
            Unknown(connection.Name, TalksBot.Core.Commands.Echo.Of(unknown.Kind));
        }

        return boundary.RunAsync(connection.Name, content.GetType().Name, () => dispatcher.ReceiveAsync(connection, content, receipt, time, token), token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} was told of something it does not know or cannot read: {Kind}")]
    private partial void Unknown(string connection, string kind);
}
