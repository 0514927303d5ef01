using System.Diagnostics;
using TalksBot.Core.Archive;

namespace TalksBot.Verbs;

/// <summary>A talks file that somebody names on the command line.</summary>
internal static class TalksFileOnDisk
{
    /// <summary>The file, or the sentence that says why it cannot be used.</summary>
    public static async Task<(TalksFile? File, string? Refusal)> ReadAsync(string path, CancellationToken token)
    {
        if (Directory.Exists(path))
        {
            return (null, $"{path} is a folder; name a JSON file as export writes it.");
        }

        if (!File.Exists(path))
        {
            return (null, $"There is no file {path}; check the path, or write such a file with export.");
        }

        try
        {
            await using var stream = File.OpenRead(path);
            return await TalksFile.ReadAsync(stream, token) switch
            {
                TalksFileReading.Understood understood => (understood.File, null),
                TalksFileReading.Refused refused => (null, refused.Why),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"The file {path} cannot be read; check who may read it, then try again. ({fault.Message})");
        }
    }
}
