using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Chronicles;
using TalksBot.Storage;

namespace TalksBot.Features.Reading;

/// <summary>Remembers until when everybody was told what had changed.</summary>
internal sealed class Handovers(TalksDb db, WriteGate gate)
{
    /// <summary>Until when this person was told; null when they never asked.</summary>
    public async Task<Instant?> LastAsync(string person, CancellationToken token) =>
        (await db.Handovers.AsNoTracking().SingleOrDefaultAsync(handover => handover.Person == person, token))?.At;

    /// <summary>This person was told everything until then. A command that only reads has no transaction, so this takes one of its own.</summary>
    public async Task ToldAsync(string person, Instant until, CancellationToken token)
    {
        await using var turn = await gate.BeginAsync(db, token);
        if (await db.Handovers.SingleOrDefaultAsync(handover => handover.Person == person, token) is { } known)
        {
            known.Told(until);
        }
        else
        {
            db.Handovers.Add(new Handover(person, until));
        }

        await turn.CommitAsync(token);
    }
}
