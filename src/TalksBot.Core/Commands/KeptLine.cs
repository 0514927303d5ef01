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
