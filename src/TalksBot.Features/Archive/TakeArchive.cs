using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Agenda;
using TalksBot.Storage;

namespace TalksBot.Features.Archive;

/// <summary>Takes negotiations from a file into the record: all of them or none.</summary>
internal sealed class TakeArchive(TalksDb db, WriteGate gate, KeepAgenda agenda, IClock clock)
{
    /// <summary>Takes them. Nothing of the past is announced; what is still to come is planned.</summary>
    /// <returns>Null when done, else the sentence that refuses it.</returns>
    public async Task<string?> RunAsync(TalksFile file, CancellationToken token)
    {
        await using var turn = await gate.BeginAsync(db, token);
        var slugs = file.Talks.Select(talks => talks.Slug).ToList();
        var known = await db.Negotiations.Where(talks => slugs.Contains(talks.Slug)).Select(talks => talks.Slug).FirstOrDefaultAsync(token);
        if (known is not null)
        {
            return $"Talks named {known} exist already; nothing was imported. Rename them in the file, or import into another database.";
        }

        var now = clock.GetCurrentInstant();
        foreach (var filed in file.Talks)
        {
            var talks = Negotiation.Restore(filed);
            db.Negotiations.Add(talks);
            await agenda.ReplanAsync(talks, now, token);
        }

        await turn.CommitAsync(token);
        return null;
    }
}
