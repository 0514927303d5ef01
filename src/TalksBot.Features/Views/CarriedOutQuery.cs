using Microsoft.EntityFrameworkCore;
using TalksBot.Storage;

namespace TalksBot.Features.Views;

/// <summary>Reads what a program's command came to; the same however often it is asked, whatever has become of it since.</summary>
public sealed class CarriedOutQuery
{
    private readonly TalksDb _db;

    /// <summary>Reads with this.</summary>
    internal CarriedOutQuery(TalksDb db) => _db = db;

    /// <summary>The command that was given under a key and holds; null for none.</summary>
    /// <param name="key">As in <see cref="Core.Commands.Caller.IdempotencyKey"/>.</param>
    public async Task<CarriedOut?> FindAsync(string key, CancellationToken token) =>
        await _db.Acts.AsNoTracking().FirstOrDefaultAsync(act => act.IdempotencyKey == key && act.UndoneBy == null, token) is { } act
            ? new CarriedOut(
                act.Line,
                act.Key,
                act.At,
                [.. act.UpdatesAfter().Select(update => new UpdateLeft(
                    update.Name,
                    update.Killing is not null ? UpdateState.Killed : update.CameOut ? UpdateState.Public : UpdateState.Waiting,
                    update.Embargo?.ToInstant() ?? (update.AwaitsApproval ? update.Approval!.Until : null)))])
            : null;
}

/// <summary>A command that was carried out.</summary>
/// <param name="Line">The command as it would be typed, as it was understood.</param>
/// <param name="Key">Its name in <c>/talks undo</c>.</param>
/// <param name="At">When it was carried out.</param>
/// <param name="Updates">The updates that it changed, by number, as it left them: one that it added is the last.</param>
public sealed record CarriedOut(string Line, string Key, Instant At, IReadOnlyList<UpdateLeft> Updates);

/// <summary>An update as a command left it.</summary>
/// <param name="Update">Its number, such as <c>#3</c>.</param>
/// <param name="State">Whether it stood then.</param>
/// <param name="Until">The end of its embargo, or of the wait for a second editor; null where it waited for nothing.</param>
public sealed record UpdateLeft(string Update, UpdateState State, Instant? Until);
