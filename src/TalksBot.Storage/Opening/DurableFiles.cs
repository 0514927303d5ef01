using System.Runtime.InteropServices;
using System.Text;

namespace TalksBot.Storage.Opening;

/// <summary>Files that are on the disk, under their name, before anybody relies on it: a loss of power takes nothing of them.</summary>
internal static class DurableFiles
{
    // open(2): to read, a folder.
    private const int ReadOnly = 0;

    private const int CopiedAtOnce = 1024 * 1024;

    /// <summary>What a file holds is on the disk.</summary>
    public static void Flush(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Copies a file, for its owner alone, to where there is none.</summary>
    public static async Task CopyAsync(string from, string to, CancellationToken token)
    {
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        await using var target = PrivateFiles.Open(to, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await source.CopyToAsync(target, CopiedAtOnce, token);
    }

    /// <summary>Gives a file its name at once, in the place of what had it, and the disk knows of it.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Takes files away that are of no use to anybody. One that stays does no harm: whoever begins anew takes it away.</summary>
    public static void Discard(IEnumerable<string> files)
    {
        foreach (var file in files.ToList())
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // It is tried again.
            }
        }
    }

    /// <summary>The names in a folder are on the disk; Windows sees to that by itself.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = OpenFile([.. Encoding.UTF8.GetBytes(folder), 0], ReadOnly);
        if (handle >= 0)
        {
            // Some file systems have no such thing for folders; then the name is as safe as they make it.
            _ = Sync(handle);
            _ = CloseFile(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseFile(int file);
}
