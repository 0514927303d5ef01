using Microsoft.Extensions.Options;
using TalksBot.Core.Keeping;
using TalksBot.Core.Times;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Backups;

/// <summary>The folder in which copies of the database are kept, each named after the moment at which it was made, in UTC.</summary>
public sealed class BackupFolder(OpenDatabase database, IOptions<BackupOptions> options)
{
    private const string Suffix = ".db";
    private const string BeforeUpgrade = "-before-";
    private const int UpgradesKept = 3;

    /// <summary>Its path.</summary>
    public string Path => options.Value.Folder.Length > 0
        ? System.IO.Path.GetFullPath(options.Value.Folder)
        : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(database.File)!, "backups");

    private string Name => System.IO.Path.GetFileNameWithoutExtension(database.File);

    /// <summary>The copies there are, the newest first; none where there is no folder.</summary>
    public IReadOnlyList<KeptCopy> Copies =>
        [.. Files($"{Name}-*{Suffix}").Select(file => (File: file, At: MomentOf(file, $"{Name}-"))).Where(one => one.At is not null)
            .Select(one => new KeptCopy(one.File, one.At!.Value)).OrderByDescending(copy => copy.At)];

    /// <summary>Writes a copy, or throws <see cref="StorageRefusedException"/> with one sentence. The folder is made where it is missing.</summary>
    /// <param name="now">The moment it is named after.</param>
    /// <param name="mayMake">False where the folder was there once, so that one which vanished with its disk is not made anew beside it.</param>
    public async Task<KeptCopy> AddAsync(Instant now, bool mayMake, CancellationToken token)
    {
        var file = System.IO.Path.Combine(Path, $"{Name}-{FileStamp.Of(now)}{Suffix}");
        Make(file, mayMake);
        await DatabaseCopy.WriteAsync(database.File, file, now, token);
        return new KeptCopy(file, now);
    }

    /// <summary>Writes a copy elsewhere, or throws <see cref="StorageRefusedException"/> with one sentence; what stands there is replaced.</summary>
    public async Task<KeptCopy> CopyToAsync(string file, Instant now, CancellationToken token)
    {
        var full = System.IO.Path.GetFullPath(file);
        if (full == database.File)
        {
            throw new StorageRefusedException($"{full} is the database itself; name another file for the copy.");
        }

        await DatabaseCopy.WriteAsync(database.File, full, now, token);
        return new KeptCopy(full, now);
    }

    /// <summary>Takes away the copies that are not to be kept, and what was left of copies that were begun.</summary>
    public void Prune(DateTimeZone zone)
    {
        var copies = Copies;
        var kept = KeptCopies.Of([.. copies.Select(copy => copy.At)], zone, options.Value.Daily, options.Value.Weekly);
        DurableFiles.Discard(copies.Where(copy => !kept.Contains(copy.At)).Select(copy => copy.File));
        DurableFiles.Discard(Files($"{Name}-*{Suffix}{DatabaseCopy.Begun}"));
    }

    /// <summary>Writes the copy that is made before a version changes the database, and keeps the last few of those.</summary>
    internal async Task<string> AddBeforeAsync(string migration, Instant now, CancellationToken token)
    {
        var file = System.IO.Path.Combine(Path, $"{Name}{BeforeUpgrade}{migration}-{FileStamp.Of(now)}{Suffix}");
        Make(file, mayMake: true);
        await DatabaseCopy.WriteAsync(database.File, file, now, token);
        DurableFiles.Discard(Files($"{Name}{BeforeUpgrade}*{Suffix}").OrderByDescending(File.GetLastWriteTimeUtc).Skip(UpgradesKept));
        return file;
    }

    private void Make(string file, bool mayMake)
    {
        try
        {
            if (mayMake)
            {
                PrivateFiles.MakeFolder(Path);
            }
        }
        catch (Exception fault) when (CopyFault.Explain(fault, file) is { } sentence)
        {
            throw new StorageRefusedException(sentence, fault);
        }
    }

    private IEnumerable<string> Files(string pattern) => Directory.Exists(Path) ? Directory.EnumerateFiles(Path, pattern) : [];

    private static Instant? MomentOf(string file, string prefix) => FileStamp.Read(System.IO.Path.GetFileName(file)[prefix.Length..^Suffix.Length]);
}

/// <summary>A copy of the database.</summary>
/// <param name="File">Its path.</param>
/// <param name="At">When it was made.</param>
public sealed record KeptCopy(string File, Instant At);

/// <summary>Copies the database before this version changes it, so that the version before can go on with the copy.</summary>
internal sealed class CopyBeforeUpgrade(Lazy<BackupFolder> folder, IClock clock) : IBeforeUpgrade
{
    /// <inheritdoc/>
    public async Task RunAsync(string lastApplied, CancellationToken token) => await folder.Value.AddBeforeAsync(lastApplied, clock.GetCurrentInstant(), token);
}
