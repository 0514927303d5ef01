using TalksBot.Chat.Commanding;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Commanding;

/// <summary>What people pick out of a message's menu.</summary>
internal sealed class MessageShortcuts(Authenticator authenticator, CommandRunner runner, Forms forms, MessageWords words, TimeProvider time)
{
    private const string NotOpened = "Slack did not open the form; pick it on the message once more, or give the command.";

    /// <summary>Shows a message as the form of an update, filled in.</summary>
    public Task MakeUpdateAsync(SlackConnection connection, MessageShortcut picked, IReceipt receipt, CancellationToken token)
    {
        var parent = picked.Message.ThreadTs;
        var place = new SlackPlace(picked.Channel.Id, parent is null || parent == picked.Message.Ts ? null : parent);
        var context = new InteractionContext(connection, new Sender(picked.User.Id, picked.User.TeamId ?? picked.Team?.Id, picked.User.Username ?? picked.User.Name), place, receipt)
        {
            IdempotencyKey = picked.TriggerId is { } trigger ? $"shortcut/{trigger}" : null,
            Address = picked.ResponseUrl is { } url ? new AnswerAddress(url, AnswerPlace.Own, time) : null,
            TriggerId = picked.TriggerId,
        };
        return authenticator.ReceiveAsync(context, async caller =>
        {
            var address = await MessageWords.AddressOfAsync(connection, place, picked.Message.Ts, token);
            var said = MessageUpdate.Of(runner.Book, await words.OfAsync(connection, picked.Message), address, caller);
            return said is null ? Response.Refuse(NotOpened)
                : caller.Role < said.Call.Spec.Role ? await runner.RunAsync(said.Call, token)
                : await forms.AskAsync(said.Call, context, token, said.Note) is { } form ? new Response.Asked(form, Response.Refuse(NotOpened))
                : Response.Refuse(NotOpened);
        });
    }
}
