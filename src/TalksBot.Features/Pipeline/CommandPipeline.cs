using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;
using TalksBot.Features.Agenda;
using TalksBot.Features.Commands;
using TalksBot.Features.Follows;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Pipeline;

/// <summary>The way of every command: what it changes is changed in one transaction, all of it or nothing, and once however often it is told.</summary>
internal sealed class CommandPipeline(TalksNames names, UnitOfWork work, CommandJournal journal, AgendaPlanner agenda, LiveStatus live, CommitEffects effects)
{
    /// <summary>Carries a command as far as to an answer that changes nothing: a refusal, or a preview for a caller who has not agreed yet. Nobody waits meanwhile.</summary>
    /// <returns>The answer; null where only <see cref="RunAsync"/> can tell, as something must be written for it.</returns>
    public async Task<Reply?> PreviewAsync(ICommand command, CommandCall given, CancellationToken token)
    {
        if (command is IAskFirst || Unauthorised(given) is not null || !(await names.InAsync(given, token)).Is(out var call, out _))
        {
            return null;
        }

        await using var looking = await work.ReadAsync(token);
        if (await journal.EarlierAsync(call, token) is not null)
        {
            return null;
        }

        var reply = await command.RunAsync(call, token);
        if (reply.Refused || reply.IsPreview)
        {
            return reply;
        }

        var changed = agenda.Changed();
        return AgendaPlanner.Concerns(changed) || LiveStatus.IsKept(changed) ? null : Previews.Of(call, reply, effects.Deliveries);
    }

    /// <summary>Carries a command out.</summary>
    /// <returns>What came of it; a preview of what it would post when the caller has not agreed yet.</returns>
    public async Task<Reply> RunAsync(ICommand command, CommandCall given, CancellationToken token)
    {
        if (Unauthorised(given) is { } unauthorised)
        {
            return unauthorised;
        }

        if (!(await names.InAsync(given, token)).Is(out var call, out var unclear))
        {
            return unclear;
        }

        if (!call.Spec.Changes)
        {
            return await command.RunAsync(call, token);
        }

        if (command is IAskFirst asking && await asking.AskAsync(call, token) is { } unfit)
        {
            return unfit;
        }

        return await ChangeAsync(command, call, token);
    }

    /// <summary>All of it in one transaction, or none.</summary>
    private async Task<Reply> ChangeAsync(ICommand command, CommandCall call, CancellationToken token)
    {
        await using var transaction = await work.BeginAsync(token);
        if (await journal.EarlierAsync(call, token) is { } earlier)
        {
            return Undoable(Reply.Answer($"That was carried out already, by {earlier.By}; nothing was done again."), call, earlier);
        }

        var reply = await command.RunAsync(call, token);
        if (reply.Refused || reply.IsPreview)
        {
            return reply;
        }

        var changed = await agenda.ReplanAsync(token);
        await live.RefreshAsync(token);

        // What is only previewed is rolled back here.
        if (Previews.Of(call, reply, effects.Deliveries) is { } preview)
        {
            return preview;
        }

        var act = await journal.KeepAsync(call, changed, token);
        await transaction.CommitAsync(token);
        return Undoable(reply, call, act);
    }

    private static Reply? Unauthorised(CommandCall call) => call.Caller.Role >= call.Spec.Role
        ? null
        : Reply.Refuse($"\"{call.Spec.Path}\" needs the role {call.Spec.Role.Word()}; ask somebody who has it, or a chief to give it to you.");

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
