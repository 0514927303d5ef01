namespace TalksBot.Storage.Opening;

/// <summary>
/// Keeps the database and what lies beside it from other users of the machine: there are embargoed words in them. SQLite gives its
/// write-ahead log the rights of the database. Windows has the rights of the folder instead.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Opens a file, and makes it for its owner alone where it is missing.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share, FileOptions how = FileOptions.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 1, Options = how };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes the database where it is missing, for its owner alone, and closes to others what is there already. To be done before the first connection.</summary>
    /// <param name="database">The database's path.</param>
    public static async Task PrepareAsync(string database)
    {
        if (!File.Exists(database))
        {
            await MakeAsync(database);
            return;
        }

        foreach (var file in Exposed(database))
        {
            Close(file);
        }
    }

    /// <summary>The files of a database that other users of the machine can read or change; none where nobody can.</summary>
    public static IReadOnlyList<string> Exposed(string database)
    {
        var exposed = new List<string>();
        if (OperatingSystem.IsWindows())
        {
            return exposed;
        }

        foreach (var file in Beside(database))
        {
            try
            {
                if ((File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
                {
                    exposed.Add(file);
                }
            }
            catch (FileNotFoundException)
            {
                // It went while we looked, as a log does when its last user leaves.
            }
        }

        return exposed;
    }

    /// <summary>Makes a folder where it is missing, for its owner alone.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
    }

    private static async Task MakeAsync(string database)
    {
        try
        {
            // An empty file is an empty database to SQLite. Another process may have made it this moment.
            await Open(database, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).DisposeAsync();
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            // SQLite meets the same trouble, and says what it is.
        }
    }

    /// <summary>Closes a file to others; what belongs to somebody else stays as it is.</summary>
    public static void Close(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) & Own);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            // It is somebody else's: the check names it.
        }
    }

    /// <summary>The database, its log and index of the log, the lock, the transcript, and copies: all begin with its name.</summary>
    private static IEnumerable<string> Beside(string database) =>
        Path.GetDirectoryName(database) is { Length: > 0 } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, Path.GetFileName(database) + "*")
            : [];
}
