using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Undoing;
using TalksBot.Features.Agenda;
using TalksBot.Storage;

namespace TalksBot.Features.Undoing;

/// <summary>Plans what falls due as it was planned before a command that is taken back.</summary>
internal sealed class UndoAgenda(TalksDb db, KeepAgenda agenda, AlertWatch watch)
{
    /// <summary>Plans it again.</summary>
    /// <param name="act">What was taken back.</param>
    /// <param name="talks">The talks, as they read again.</param>
    public async Task ReplanAsync(Act act, Negotiation talks, Instant now, CancellationToken token)
    {
        if (act.Opens)
        {
            await db.Moments.Where(moment => moment.NegotiationId == talks.Id).ExecuteDeleteAsync(token);
            return;
        }

        await agenda.ReplanAsync(talks, act.At, now, token);
        if (act.IsWord && talks.Deadlines.FirstOrDefault(known => act.Parts.Any(part => TalksParts.IsWordOn(part.Name, known.Name))) is { WantsOutcome: true } deadline)
        {
            watch.PlanEscalation(talks, deadline, CountdownPlan.AsksFrom, now);
        }
    }
}
