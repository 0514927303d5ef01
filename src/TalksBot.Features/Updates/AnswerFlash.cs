using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Updates;
using TalksBot.Features.Desk;
using TalksBot.Features.Roles;

namespace TalksBot.Features.Updates;

/// <summary>Takes a second editor's word on a flash.</summary>
internal sealed class AnswerFlash(Find find, DeskWord desk, PeopleChanges people, IClock clock)
{
    /// <summary>Takes it.</summary>
    /// <param name="call">The command.</param>
    /// <param name="answer">The change to the record; it answers the sentence that refuses it, or null.</param>
    /// <param name="then">What follows, and what the desk replies.</param>
    public async Task<Reply> RunAsync(
        CommandCall call, Func<Negotiation, Update, Stamp, string?> answer, Func<Negotiation, Update, Instant, Reply> then, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !Find.Update(call["update"], talks).Is(out var update, out refusal))
        {
            return refusal;
        }

        // Whoever wrote it may have pressed with another account of theirs: the record knows them by the one they wrote with.
        var stamp = call.Stamp(now);
        if (update.Approval is { AskedBy: var author } && (await people.StandingAsync(token)).AreOne(author, stamp.Person))
        {
            stamp = stamp with { Person = author };
        }

        if (answer(talks, update, stamp) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        await desk.AnsweredAsync(talks, update, now, token);
        return then(talks, update, now);
    }
}
