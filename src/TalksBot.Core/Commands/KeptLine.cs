namespace TalksBot.Core.Commands;

/// <summary>A command line behind a button that is too small to hold it.</summary>
public sealed class KeptLine
{
    private KeptLine()
    {
    }

    /// <summary>Puts a line away.</summary>
    /// <param name="key">What the button holds instead.</param>
    /// <param name="line">The line.</param>
    /// <param name="until">From when on it counts as gone.</param>
    public KeptLine(string key, string line, Instant until)
    {
        Key = key;
        Line = line;
        Until = until;
    }

    /// <summary>The row; later ones have higher numbers.</summary>
    public long Id { get; private set; }

    /// <summary>What the button holds.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The line.</summary>
    public string Line { get; private set; } = "";

    /// <summary>From when on it counts as gone.</summary>
    public Instant Until { get; private set; }
}

/// <summary>Keeps command lines that a platform's buttons are too small to hold, also while the program does not run.</summary>
public interface IButtonCommandStore
{
    /// <summary>Puts a line away for an hour.</summary>
    /// <returns>The key to find it by, 24 letters and digits; null when it could not be kept.</returns>
    Task<string?> KeepAsync(string line, CancellationToken token);

    /// <summary>The line of a key; null when there is none, or none any more.</summary>
    Task<string?> FindAsync(string key, CancellationToken token);
}
