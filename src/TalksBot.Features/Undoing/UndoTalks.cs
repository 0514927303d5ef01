using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Undoing;
using TalksBot.Features.Desk;
using TalksBot.Storage;

namespace TalksBot.Features.Undoing;

/// <summary>Takes back what was done about talks: the record reads as before, and so do the channels that were told.</summary>
internal sealed class UndoTalks(TalksDb db, KeepAct acts, UndoAgenda agenda, UndoPosts posts)
{
    /// <summary>Takes it back.</summary>
    /// <returns>Who hears of it, else the refusal.</returns>
    public async Task<Found<string>> TakeBackAsync(Act act, Stamp stamp, CancellationToken token)
    {
        var talks = await db.Negotiations.Whole().SingleOrDefaultAsync(known => known.Slug == act.Talks, token);
        if (talks is null)
        {
            return Reply.Refuse($"{act.Talks} was taken back already.");
        }

        acts.Seen(talks);
        if ((act.Opens ? await CloseAsync(talks, act, stamp, token) : talks.TakeBack(act, stamp)) is { } refusal)
        {
            return Reply.Refuse(refusal);
        }

        var told = await posts.TakeBackAsync(act, talks, stamp, token);
        await agenda.ReplanAsync(act, talks, stamp.At, token);
        return (act.IsWord, told) switch
        {
            (true, _) => "The button is back: whoever sees the post is asked again.",
            (_, 0) => "Nobody had been told.",
            _ => $"{Typography.Count(told, "channel")} that had been told {(told == 1 ? "hears" : "hear")} that it was taken back.",
        };
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
}
