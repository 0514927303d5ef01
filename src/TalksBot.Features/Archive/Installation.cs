using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Archive;

/// <summary>What tells this desk's record from every other: drawn once, kept in the database, and the same after a restore.</summary>
internal sealed class Installation(TalksDb db, UnitOfWork turns)
{
    /// <summary>The id: 32 small hexadecimal digits.</summary>
    public async Task<string> IdAsync(CancellationToken token)
    {
        if (await db.RecallAsync(Fact.Installation, token) is { } known)
        {
            return known;
        }

        await using var turn = await turns.BeginAsync(token);
        if (await db.RecallAsync(Fact.Installation, token) is { } drawnMeanwhile)
        {
            return drawnMeanwhile;
        }

        var drawn = Guid.NewGuid().ToString("N");
        await db.RememberAsync(Fact.Installation, drawn, token);
        await turn.CommitAsync(token);
        return drawn;
    }
}
