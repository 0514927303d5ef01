using System.Globalization;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>What people do on Slack, handed to the desk, each once, whether it came over a socket or over HTTP.</summary>
internal sealed class Authenticator(Reception reception, Lines lines, ButtonHandler presses, SentForms forms, IPlaceWatch watch)
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
        ViewSubmission sent => SubmitAsync(connection, sent, receipt, token),
        AppMention mention when _mentions.IsFirst($"{connection.Name} {mention.EventId ?? mention.Ts}") => MentionAsync(connection, mention, receipt, time, token),
        OtherEvent other => LookAsync(connection, other, receipt, token),
        _ => receipt.SendAsync(null),
    };

    /// <summary>What may keep posts from a channel is acknowledged at once, and then looked at.</summary>
    private async Task LookAsync(SlackConnection connection, OtherEvent happened, IReceipt receipt, CancellationToken token)
    {
        await receipt.SendAsync(null);
        var self = await connection.WhoAsync(token) is Answered<Identity>(var identity) ? identity.UserId : null;
        if (PlaceEvents.Concerns(happened, self, out var channel))
        {
            await watch.LookAsync(connection.Name, channel, token);
        }
    }

    private Task CommandAsync(SlackConnection connection, SlashCommand command, IReceipt receipt, TimeProvider time, CancellationToken token)
    {
        var visit = new Visit(connection, new Visitor(command.UserId, command.TeamId, command.UserName), new SlackPlace(command.ChannelId, ThreadTs: null), receipt)
        {
            IdempotencyKey = command.TriggerId is { } trigger ? $"command/{trigger}" : null,
            AnswersInReceipt = true,
            Address = AddressOf(command.ResponseUrl, AnswerPlace.Own, time),
            TriggerId = command.TriggerId,
        };
        return reception.ReceiveAsync(visit, caller => lines.RunAsync(visit, TypedText.Of(connection.Name, command.Text), caller, token));
    }

    private Task PressAsync(Visit visit, BlockActions press, BlockAction action, CancellationToken token)
    {
        var message = press.Container?.MessageTs ?? press.Message?.Ts ?? "";
        var once = visit with { IdempotencyKey = $"message/{visit.Place.Channel}/{message}/{action.ActionId} {action.Value}/{press.User.Id}" };
        return reception.ReceiveAsync(once, caller => presses.PressAsync(once, action, caller, token));
    }

    private static Visit VisitOf(SlackConnection connection, BlockActions press, IReceipt receipt, TimeProvider time)
    {
        var parent = press.Container?.ThreadTs ?? press.Message?.ThreadTs;
        var place = new SlackPlace(
            press.Channel?.Id ?? press.Container?.ChannelId ?? "",
            parent is null || parent == press.Container?.MessageTs ? null : parent);
        return new Visit(connection, new Visitor(press.User.Id, press.User.TeamId ?? press.Team?.Id, press.User.Username), place, receipt)
        {
            Address = AddressOf(press.ResponseUrl, press.Container?.IsEphemeral is true ? AnswerPlace.Original : AnswerPlace.Beside, time),
            TriggerId = press.TriggerId,
        };
    }

    private async Task SubmitAsync(SlackConnection connection, ViewSubmission sent, IReceipt receipt, CancellationToken token)
    {
        if (forms.VisitOf(connection, sent, receipt) is not { } visit || SentForms.FieldOf(sent.View) is not { } field)
        {
            await receipt.SendAsync(null);
            return;
        }

        await reception.TakeFormAsync(visit, field, caller => forms.SubmitAsync(sent.View, caller, token));
    }

    private Task MentionAsync(SlackConnection connection, AppMention mention, IReceipt receipt, TimeProvider time, CancellationToken token)
    {
        var visit = new Visit(connection, new Visitor(mention.User, mention.UserTeam ?? mention.Team, Handle: null), new SlackPlace(mention.Channel, mention.ThreadTs), receipt)
        {
            IdempotencyKey = $"mention/{mention.EventId ?? mention.Ts}",
        };
        return reception.ReceiveAsync(visit, async caller =>
        {
            var bot = await connection.WhoAsync(token) is Answered<Identity>(var identity) ? identity.UserId : "";
            var line = TypedText.Of(connection.Name, TypedText.After(bot, mention.Text));
            var age = AgeOf(mention, time);
            return age < LateFrom ? await lines.RunAsync(visit, line, caller, token) : await lines.RunLateAsync(visit, line, caller, age, token);
        });
    }

    /// <summary>A message's <c>ts</c> is when it was written.</summary>
    private static Duration AgeOf(AppMention mention, TimeProvider time) =>
        decimal.TryParse(mention.Ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue
            ? Instant.FromDateTimeOffset(time.GetUtcNow()) - Instant.FromUnixTimeSeconds((long)seconds)
            : Duration.Zero;

    private static AnswerAddress? AddressOf(Secret? url, AnswerPlace place, TimeProvider time) => url is null ? null : new AnswerAddress(url, place, time);
}

/// <summary>Somebody as Slack's message names them, before anything is looked up.</summary>
/// <param name="UserId">Their id, such as <c>U123</c>.</param>
/// <param name="TeamId">Their workspace; null where Slack does not say.</param>
/// <param name="Handle">Their handle; null where Slack does not say.</param>
internal sealed record Visitor(string UserId, string? TeamId, string? Handle);

/// <summary>One thing that somebody did, however it came: a command, a press, a form, a mention.</summary>
/// <param name="Connection">The connection it came by.</param>
/// <param name="Visitor">Who did it.</param>
/// <param name="Place">Where.</param>
/// <param name="Receipt">Tells Slack that it has arrived.</param>
internal sealed record Visit(SlackConnection Connection, Visitor Visitor, SlackPlace Place, IReceipt Receipt)
{
    /// <summary>What Slack calls it, the same each time it is told; null where Slack gave it no name.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>True when the receipt itself may carry the answer.</summary>
    public bool AnswersInReceipt { get; init; }

    /// <summary>Where to answer later; null where Slack gave no address.</summary>
    public AnswerAddress? Address { get; init; }

    /// <summary>Opens one form within three seconds; null where Slack gave none.</summary>
    public string? TriggerId { get; init; }
}

/// <summary>Whether somebody's commands are taken. A closed set.</summary>
internal abstract record Welcome
{
    private Welcome()
    {
    }

    /// <summary>They are, as this caller.</summary>
    internal sealed record Known(Caller Caller) : Welcome;

    /// <summary>They are not, and are told why.</summary>
    internal sealed record TurnedAway(Reply Reply) : Welcome;
}

/// <summary>Lets those in who may give commands, and answers everybody.</summary>
internal sealed class Reception(Callers callers, Answers answers)
{
    /// <summary>Does what somebody came for and answers them.</summary>
    public Task ReceiveAsync(Visit visit, Func<Caller, Task<Response>> act) => answers.RunAsync(visit, () => WelcomeAsync(visit, act));

    /// <summary>Does what a form was sent for; a plain refusal stays in the form.</summary>
    /// <param name="visit">The sending.</param>
    /// <param name="field">The input beside which a refusal stands.</param>
    /// <param name="act">What the form is for.</param>
    public Task TakeFormAsync(Visit visit, string field, Func<Caller, Task<Response>> act) => answers.SubmitAsync(visit, field, () => WelcomeAsync(visit, act));

    private async Task<Response> WelcomeAsync(Visit visit, Func<Caller, Task<Response>> act) => await callers.OfAsync(visit) switch
    {
        Welcome.Known known => await act(known.Caller),
        Welcome.TurnedAway turned => new Response.Said(turned.Reply),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>The boundary where the bug of one command, press or form stops.</summary>
internal sealed partial class GuardedHandler(Authenticator door, TimeProvider time, ILogger<GuardedHandler> log)
{
    /// <summary>Does and answers one thing; never throws.</summary>
    public async Task ReceiveAsync(SlackConnection connection, Incoming content, IReceipt receipt, CancellationToken token)
    {
        if (content is UnknownIncoming unknown)
        {
            Unknown(connection.Name, TalksBot.Core.Commands.Echo.Of(unknown.Kind));
        }

        try
        {
            await door.ReceiveAsync(connection, content, receipt, time, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The program stops; the person is told by Slack that nothing happened.
        }
#pragma warning disable CA1031 // The command boundary: one visitor's bug must not cost the others their socket.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault, connection.Name, content.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} failed at a {Kind}")]
    private partial void Failed(Exception fault, string connection, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} was told of something it does not know or cannot read: {Kind}")]
    private partial void Unknown(string connection, string kind);
}
