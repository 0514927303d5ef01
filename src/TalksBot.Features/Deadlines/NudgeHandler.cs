using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Features.Agenda;
using TalksBot.Storage;

namespace TalksBot.Features.Deadlines;

/// <summary>Reminds the desk that a passed deadline still has no outcome, unless somebody wanted to be asked later.</summary>
internal sealed class NudgeHandler(TalksDb db, NudgePosts posts) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Nudge;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var subjects = due.Select(moment => moment.SubjectId).ToHashSet();
        var later = await db.Moments
            .Where(moment => moment.Kind == MomentKind.Snooze && moment.State == MomentState.Open && subjects.Contains(moment.SubjectId))
            .Select(moment => moment.SubjectId)
            .ToListAsync(token);
        await posts.AskAsync(due.Where(moment => !later.Contains(moment.SubjectId)), token);
    }
}

/// <summary>Asks the desk again when it wanted to be asked.</summary>
internal sealed class SnoozeHandler(NudgePosts posts) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Snooze;

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token) => posts.AskAsync(due, token);
}
