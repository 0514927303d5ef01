using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Undoing;
using TalksBot.Features.Agenda;
using TalksBot.Features.Desk;
using TalksBot.Storage;

namespace TalksBot.Features.Undoing;

/// <summary>Takes a command back: the record reads as before, and so do the channels that were told.</summary>
internal sealed class UndoChange(TalksDb db, KeepAct acts, KeepAgenda agenda, UndoPosts posts, IClock clock) : IDeclaredCommand
{
    private const int LookedBack = 20;

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "undo",
        "take back a change of the last 5 minutes, and every post it made",
        Role.Reporter,
        [new("change", ParameterKind.Text, "the change, as its Undo button names it; your last one when left out")])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks undo",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var stamp = call.Stamp(clock.GetCurrentInstant());
        var act = await FindAsync(call, token);
        if (act is null || act.Parts.Count == 0)
        {
            return Reply.Refuse(call.Find("change") is null ? "You have changed nothing that could be undone." : "There is no such change; press the Undo button below the change meant.");
        }

        var talks = await db.Negotiations.Whole().SingleOrDefaultAsync(known => known.Slug == act.Talks, token);
        if (talks is not null)
        {
            acts.Seen(talks);
        }

        var refusal = act.Undo(stamp, mayUndoOthers: call.Caller.Role >= Role.Editor)
            ?? (talks is null ? $"{act.Talks} was taken back already." : null)
            ?? (act.Opens ? await CloseAsync(talks!, act, stamp, token) : talks!.TakeBack(act, stamp));
        if (refusal is not null)
        {
            return Reply.Refuse(refusal);
        }

        var told = await posts.TakeBackAsync(act, talks!, stamp, token);
        await ReplanAsync(act, talks!, stamp.At, token);
        return Reply.Answer(
            $"Undone: {act.Line}",
            [
                new PostPiece.Line(told == 0 ? "Nobody had been told." : $"{Typography.Count(told, "channel")} that had been told {(told == 1 ? "hears" : "hear")} that it was taken back."),
            ]);
    }

    private async Task<Act?> FindAsync(CommandCall call, CancellationToken token)
    {
        var key = call.Find("change")?.Trim();
        if (key is not null)
        {
            return await db.Acts.SingleOrDefaultAsync(act => act.Key == key, token);
        }

        var own = await db.Acts.Where(act => act.Person == call.Caller.Person && act.UndoneBy == null).OrderByDescending(act => act.Id).Take(LookedBack).ToListAsync(token);
        return own.Find(act => act.Parts.Count > 0);
    }

    /// <summary>Talks opened by mistake vanish; what was done about them stays in the audit.</summary>
    private async Task<string?> CloseAsync(Negotiation talks, Act act, Stamp stamp, CancellationToken token)
    {
        if (await db.Acts.AnyAsync(later => later.Talks == act.Talks && later.Id > act.Id && later.UndoneBy == null, token))
        {
            return $"{talks.Slug} was changed again since, so that cannot be undone by itself; undo the later changes first.";
        }

        db.Negotiations.Remove(talks);
        db.Changes.Add(new Change(stamp, talks.Slug, ChangeVerb.Undone, "open", ""));
        return null;
    }

    private async Task ReplanAsync(Act act, Negotiation talks, Instant now, CancellationToken token)
    {
        if (act.Opens)
        {
            await db.Moments.Where(moment => moment.NegotiationId == talks.Id).ExecuteDeleteAsync(token);
            return;
        }

        await agenda.ReplanAsync(talks, act.At, now, token);
    }
}
