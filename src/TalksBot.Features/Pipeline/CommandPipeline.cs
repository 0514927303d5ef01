using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Features.Follows;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Pipeline;

/// <summary>Carries out a command that changes something: all of it in one transaction, or none, and once however often it is told.</summary>
internal sealed class CommandPipeline(UnitOfWork turns, CommitEffects effects, CommandJournal acts, LiveStatus live)
{
    /// <summary>Carries it out.</summary>
    /// <returns>What came of it; a preview of what it would post when the caller has not agreed yet.</returns>
    public async Task<Reply> RunAsync(ICommand command, CommandCall call, CancellationToken token)
    {
        if (command is IAskFirst asking && await asking.AskAsync(call, token) is { } refusal)
        {
            return refusal;
        }

        acts.Begin();
        await using var turn = await turns.BeginAsync(token);
        if (await acts.EarlierAsync(call, token) is { } earlier)
        {
            return Undoable(Reply.Answer($"That was carried out already, by {earlier.By}; nothing was done again."), call, earlier);
        }

        var reply = await command.RunAsync(call, token);
        if (reply.Refused || reply.IsPreview)
        {
            return reply;
        }

        if (Previews.IsAsked(call, reply) && await live.BeginsAsync(token))
        {
            await turn.SaveAsync(token);
            await live.RefreshAsync(token);
        }

        // What is only previewed is never written: neither its deliveries nor what follows from them.
        if (Previews.Of(call, reply, effects.Deliveries) is { } preview)
        {
            return preview;
        }

        var act = await acts.KeepAsync(call, token);
        await live.RefreshAsync(token);
        await turn.CommitAsync(token);
        return Undoable(reply, call, act);
    }

    /// <summary>What was changed can be taken back for a while; never in the place where Post was a moment ago, which may be pressed twice.</summary>
    private static Reply Undoable(Reply reply, CommandCall call, Act act)
    {
        if (call.Spec.IsFinal || act.Parts.Count == 0)
        {
            return reply;
        }

        PostButton[] first = call.Values.ContainsKey(CommandCall.Confirm) && reply.Body.Buttons.Count == 0
            ? [act.Talks.Length > 0 ? new PostButton("Receipts", $"/talks receipts {act.Talks}") : new PostButton("Roles", "/talks role list")]
            : [];
        return reply with { Body = reply.Body with { Buttons = [.. reply.Body.Buttons, .. first, new PostButton("Undo", $"/talks undo {act.Key}") { Meaning = ButtonMeaning.Back }] } };
    }
}
