namespace TalksBot.Core.Commands;

/// <summary>Keeps command lines that a platform's buttons are too small to hold, also while the program does not run.</summary>
public interface ILineShelf
{
    /// <summary>Puts a line away for an hour.</summary>
    /// <returns>The key to find it by, 24 letters and digits; null when it could not be kept.</returns>
    Task<string?> KeepAsync(string line, CancellationToken token);

    /// <summary>The line of a key; null when there is none, or none any more.</summary>
    Task<string?> FindAsync(string key, CancellationToken token);
}
