using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Deadlines;

/// <summary>Moves a deadline; every channel that got a rung is told, and its rungs are planned anew.</summary>
internal sealed class MoveDeadline(RecordLookup find, DeadlinePosts posts, MoveAllDeadlines all, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline move",
        "move a deadline, or all +24h, and tell everybody who heard of it",
        Role.Editor,
        [
            Parameters.Talks,
            Parameters.Deadline with { Summary = "the deadline's number, such as D1; or all, for every one still to come" },
            Parameters.At("when it falls now; +36h counts from the old time"),
            Parameters.Note,
            Parameters.By,
        ])
    {
        Job = "Move it",
        FormTitle = "Move a deadline",
        Changes = true,
        Announces = true,
        Example = "/talks deadline move us-japan-autos D1 +36h",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !ArgumentReader.Words(call, ("note", UserText.ParagraphLimit), ("by", UserText.LineLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var why = new MoveReason(words["note"], words["by"]);
        if (MoveAllDeadlines.IsMeant(call))
        {
            return await all.RunAsync(call, talks, why, token);
        }

        if (!RecordLookup.Deadline(call, talks).Is(out var deadline, out refusal)
            || !TypedTime.Read(call, "at", talks.Times(now, TimeTense.Future, deadline.At)).Is(out var to, out refusal))
        {
            return refusal;
        }

        var (before, stamp) = (deadline.At, call.Stamp(now));
        if (talks.MoveDeadline(deadline, to.Time, stamp, why.Note, why.By) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        await posts.MovedAsync(talks, deadline, before, why, stamp, token);
        return DeadlineReplies.Set($"{deadline.Name} moved · {talks.Title}: {deadline.Label}, was {TimeWording.ClockTime(before.ToInstant(), talks.ClocksFrom(before.Zone)[0], firstDate: null, now)}", talks, deadline, to.Note, call.Caller.Channel, now);
    }
}
