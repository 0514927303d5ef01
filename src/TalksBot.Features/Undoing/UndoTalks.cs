using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Undoing;
using TalksBot.Features.Alerts;
using TalksBot.Features.Commands;
using TalksBot.Features.Follows;
using TalksBot.Features.Updates;
using TalksBot.Storage;

namespace TalksBot.Features.Undoing;

/// <summary>Takes back what was done about talks: the record reads as before, and so do the channels that were told.</summary>
internal sealed class UndoTalks(TalksDb db, RecordParts parts, UndoPosts posts, AlertWatch watch, LiveStatus live)
{
    /// <summary>Takes it back.</summary>
    /// <returns>What holds again and who hears of it, else the refusal.</returns>
    public async Task<Found<IReadOnlyList<PostPiece>>> TakeBackAsync(Act act, Stamp stamp, CancellationToken token)
    {
        var talks = await db.Negotiations.Head().SingleOrDefaultAsync(known => known.Slug == act.Talks, token);
        if (talks is null)
        {
            return Reply.Refuse($"{act.Talks} was taken back already.");
        }

        await ConcernedAsync(act, talks, token);
        if ((act.Opens ? await CloseAsync(talks, act, stamp, token) : talks.TakeBack(act, stamp)) is { } refusal)
        {
            return Reply.Refuse(refusal);
        }

        AskAgain(act, talks, stamp.At);
        var told = await posts.TakeBackAsync(act, talks, stamp, token);
        var heard = (act.IsWord, told) switch
        {
            (true, _) => "The button is back: whoever sees the post is asked again.",
            (_, 0) => "Nobody had been told.",
            _ => $"{Typography.Count(told, "channel")} that had been told {(told == 1 ? "hears" : "hear")} that it was taken back.",
        };
        var holds = UndoWording.Holds(talks, act, act.Parts.Select(part => part.Name), talks.ClocksFrom(talks.Zone)[0], stamp.At)
            .Select(piece => piece is PostPiece.Quote quote ? quote with { Text = Typography.Shorten(UserText.OneLine(quote.Text), UpdateReplies.Echoed) } : piece);
        return new List<PostPiece>([.. holds, new PostPiece.Line(heard)]);
    }

    /// <summary>Reads what it changed, and the words that no post may show.</summary>
    private async Task ConcernedAsync(Act act, Negotiation talks, CancellationToken token)
    {
        var subjects = act.Parts.Select(part => TalksParts.SubjectOf(part.Name)).ToHashSet();
        await parts.UpdatesAsync(talks, [.. subjects.Select(subject => subject.StartsWith('#') && SubjectNumber.TryRead('#', subject, out var number) ? number : 0).Where(number => number > 0)], token);
        await parts.HiddenAsync(talks, token);
        await parts.ChangesOfAsync(talks, subjects, token);
        if (subjects.Contains(TalksParts.Whole))
        {
            await parts.SpeakingForAsync(talks, talks.Parties.Select(party => party.Code).Except(act.SidesBefore), token);
        }
    }

    /// <summary>Talks opened by mistake vanish; what was done about them stays in the audit.</summary>
    private async Task<string?> CloseAsync(Negotiation talks, Act act, Stamp stamp, CancellationToken token)
    {
        if (await db.Acts.AnyAsync(later => later.Talks == act.Talks && later.Id > act.Id && later.UndoneBy == null, token))
        {
            return $"{talks.Slug} was changed again since, so that cannot be undone by itself; undo the later changes first.";
        }

        await live.EndAsync(talks, token);
        db.AllNegotiations.Remove(talks);
        db.Changes.Add(new Change(stamp, talks.Slug, ChangeVerb.Undone, ChangeValue.Of("open"), ChangeValue.None));
        return null;
    }

    /// <summary>Where a word is taken back that an alert was seen, it is looked again whether somebody acknowledges it.</summary>
    private void AskAgain(Act act, Negotiation talks, Instant now)
    {
        if (act.IsWord && talks.Deadlines.FirstOrDefault(known => act.Parts.Any(part => TalksParts.IsWordOn(part.Name, known.Name))) is { WantsOutcome: true } deadline)
        {
            watch.PlanEscalation(talks, deadline, CountdownPlan.AsksFrom, now);
        }
    }
}
