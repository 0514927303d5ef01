using System.Diagnostics;
using TalksBot.Core.Archive;

namespace TalksBot.Verbs;

/// <summary>A talks file that somebody names on the command line.</summary>
internal static class TalksFileOnDisk
{
    /// <summary>The file, or the sentence that says why it cannot be used.</summary>
    public static async Task<(TalksFile? File, string? Refusal)> ReadAsync(string path, CancellationToken token)
    {
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
            return (null, $"The file {path} cannot be read: {fault.Message}");
        }
    }
}
