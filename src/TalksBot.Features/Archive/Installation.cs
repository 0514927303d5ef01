using Microsoft.EntityFrameworkCore;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Archive;

/// <summary>What tells this desk's record from every other: drawn once, kept in the database, and the same after a restore.</summary>
internal sealed class Installation(TalksDb db, UnitOfWork turns)
{
    /// <summary>The id: 32 small hexadecimal digits.</summary>
    public async Task<string> IdAsync(CancellationToken token)
    {
        if (await FindAsync(token) is { } known)
        {
            return known;
        }

        await using var turn = await turns.BeginAsync(token);
        if (await FindAsync(token) is { } drawnMeanwhile)
        {
            return drawnMeanwhile;
        }

        var drawn = new Fact { Name = Fact.Installation, Value = Guid.NewGuid().ToString("N") };
        db.Facts.Add(drawn);
        await turn.CommitAsync(token);
        return drawn.Value;
    }

    private async Task<string?> FindAsync(CancellationToken token) =>
        (await db.Facts.AsNoTracking().SingleOrDefaultAsync(fact => fact.Name == Fact.Installation, token))?.Value;
}
