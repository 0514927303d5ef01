using System.Globalization;
using Microsoft.Extensions.Options;
using TalksBot.Core.Keeping;
using TalksBot.Features.Checking;
using TalksBot.Features.Settings;
using TalksBot.Storage;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Upkeep;

/// <summary>Looks whether the desk will still be here tomorrow: its database, the room on the disk, its copies.</summary>
internal sealed class CheckUpkeep(TalksDb db, OpenDatabase database, BackupFolder folder, BackupLog backups, IOptions<BackupOptions> nights, IOptions<DeskOptions> desk, IOptions<StorageOptions> storage)
{
    /// <summary>What there is to say.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(Instant now, CancellationToken token)
    {
        var state = await DatabaseState.ReadAsync(db, database.File, token);
        return
        [
            new Finding(IsFault: false, $"The database has version {state.Version} and {Megabytes(state.Size)}{(state.Free is { } free ? $", with {Megabytes(free)} free beside it" : "")}"),
            .. Disk(state.Free, database.File, "the database"),
            .. folder.Copies.Count > 0 ? Disk(DatabaseState.FreeBeside(folder.Copies[0].File), folder.Path, "its copies") : [],
            .. await CopiesAsync(now, token),
        ];
    }

    private static IEnumerable<Finding> Disk(long? free, string where, string what) => free < DatabaseState.LeastFree
        ? [new Finding(IsFault: true, $"The disk of {what} ({where}) has {Megabytes(free.Value)} left: free some space, or nothing is recorded once it is full")]
        : [];

    private async Task<IEnumerable<Finding>> CopiesAsync(Instant now, CancellationToken token)
    {
        if (storage.Value.IsPostgres)
        {
            return [ServerCopies(await Storage.Opening.ServerCopies.ReadAsync(db, token), now)];
        }

        if (nights.Value.Hour is null)
        {
            return [new Finding(IsFault: false, $"No copies are made by themselves, since {BackupOptions.Section}:{nameof(BackupOptions.At)} is {nights.Value.At}") { IsCaution = true }];
        }

        if (await backups.LastAsync(token) is not { } last)
        {
            return [];
        }

        var at = Core.Times.TimeWording.OnOwnClock(last, desk.Value.HomeClock, now);
        if (!Directory.Exists(folder.Path))
        {
            return [new Finding(IsFault: true, $"The folder of copies {folder.Path} is not there any more: mount its disk again, or choose another with {BackupOptions.Section}:{nameof(BackupOptions.Folder)} and run backup")];
        }

        return now - last > NightPlan.OldestGood
            ? [new Finding(IsFault: true, $"The last good copy of the database was made at {at}: run backup to see what is wrong")]
            : [new Finding(IsFault: false, $"The last good copy of the database was made at {at}")];
    }

    /// <summary>A server that archives its log can be brought back to any moment; whether somebody dumps it each night cannot be seen from here.</summary>
    private Finding ServerCopies(ServerCopies copies, Instant now) => copies switch
    {
        { LastFailed: { } failed } when failed > (copies.LastArchived ?? Instant.MinValue) => new Finding(IsFault: true, $"The database server could not archive its log at {Core.Times.TimeWording.OnOwnClock(failed, desk.Value.HomeClock, now)}: look into its log, or a lost disk loses the desk"),
        { LastArchived: { } last } => new Finding(IsFault: false, $"The database server archives its log, last at {Core.Times.TimeWording.OnOwnClock(last, desk.Value.HomeClock, now)}"),
        _ => new Finding(IsFault: false, "The database server archives no log: see that pg_dump --format=custom runs each night and that its file is kept elsewhere, or turn archive_mode on") { IsCaution = true },
    };

    private static string Megabytes(long bytes) => (bytes / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture) + " MB";
}
