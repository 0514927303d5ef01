namespace TalksBot.Core.Archive;

/// <summary>What came of reading a file. A closed set: understood or refused.</summary>
public abstract record TalksFileReading
{
    private TalksFileReading()
    {
    }

    /// <summary>Every word of the file is sound.</summary>
    /// <param name="File">What it holds.</param>
    public sealed record Understood(TalksFile File) : TalksFileReading;

    /// <summary>Nothing of the file is taken.</summary>
    /// <param name="Why">One sentence: the place, what is wrong there and how to mend it.</param>
    public sealed record Refused(string Why) : TalksFileReading;
}
