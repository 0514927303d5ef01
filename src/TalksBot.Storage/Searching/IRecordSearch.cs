namespace TalksBot.Storage.Searching;

/// <summary>
/// Finds records by their words, the most relevant first. Each database system has its own; none may look at what is not shown, not even
/// to weigh the rest by it, or the order would tell of it.
/// </summary>
public interface IRecordSearch
{
    /// <summary>The records that have all of the words, each at least by its beginning.</summary>
    /// <param name="words">The words as typed, at least one of them with a letter or digit.</param>
    /// <param name="talks">The row of the talks that are looked through; null for all talks.</param>
    /// <param name="skipped">How many of the most relevant ones are passed over.</param>
    /// <param name="most">How many are wanted.</param>
    Task<FoundRows> FindAsync(string words, int? talks, int skipped, int most, CancellationToken token);
}

/// <summary>Some of the records that were found.</summary>
/// <param name="Rows">Those that were asked for, the most relevant first.</param>
/// <param name="Total">How many there are.</param>
public sealed record FoundRows(IReadOnlyList<FoundRow> Rows, int Total);

/// <summary>A record that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its row.</param>
/// <param name="Talks">The row of its talks; its own where it is the talks themselves.</param>
public sealed record FoundRow(RecordKind Kind, int Id, int Talks);

/// <summary>What has words that can be found. Numbers are stored: never renumber.</summary>
public enum RecordKind
{
    /// <summary>The talks: their title and venue.</summary>
    Talks = 1,

    /// <summary>A deadline: its label and consequence.</summary>
    Deadline = 2,

    /// <summary>A session: who meets, and where.</summary>
    Session = 3,

    /// <summary>An update that everybody may see: its text and attribution.</summary>
    Update = 4,

    /// <summary>A sticking point: its title and each side's wording.</summary>
    Point = 5,
}
