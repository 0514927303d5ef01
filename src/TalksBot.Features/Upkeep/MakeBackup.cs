using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Backups;

namespace TalksBot.Features.Upkeep;

/// <summary>Puts a copy of the database into the folder of copies, takes away those that are not kept, and remembers when that went well.</summary>
internal sealed class MakeBackup(BackupFolder folder, BackupLog log, IOptions<DeskOptions> desk)
{
    /// <summary>Does it, or throws <see cref="Storage.Opening.StorageRefusedException"/> with one sentence.</summary>
    public async Task<KeptCopy> RunAsync(Instant now, CancellationToken token)
    {
        // Names are to the second.
        var at = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var copy = await folder.AddAsync(at, mayMake: await log.LastAsync(token) is null, token);
        folder.Prune(desk.Value.HomeClock.Zone);
        await log.RecordAsync(at, token);
        return copy;
    }
}

/// <summary>When the last good copy was made, as the database itself remembers it.</summary>
internal sealed class BackupLog(TalksDb db, UnitOfWork turns)
{
    /// <summary>When it was made; null where there never was one.</summary>
    public Task<Instant?> LastAsync(CancellationToken token) => db.RecallMomentAsync(Fact.BackedUpAt, token);

    /// <summary>True where nothing was ever recorded, so that there is nothing to copy.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken token) => !await db.Acts.AnyAsync(token);

    /// <summary>A good copy was made.</summary>
    public async Task RecordAsync(Instant at, CancellationToken token)
    {
        await using var turn = await turns.BeginAsync(token);
        await db.RememberAsync(Fact.BackedUpAt, at, token);
        await turn.CommitAsync(token);
    }
}
