namespace TalksBot.Terminal;

/// <summary>What the transcript says about each message, by its id.</summary>
internal sealed class TranscriptIndex
{
    private readonly Dictionary<string, TranscriptEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The message; null when the transcript does not know it.</summary>
    public TranscriptEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>How many messages were posted more than once.</summary>
    public int CountRepeated() => _entries.Values.Count(entry => entry.Posts > 1);

    /// <summary>Takes in a line, whoever wrote it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isOurs">This process wrote it.</param>
    public TranscriptEntry Add(TranscriptLine line, bool isOurs)
    {
        if (!_entries.TryGetValue(line.Id, out var entry))
        {
            entry = new TranscriptEntry(line.Channel, line.Reference) { IsOurs = isOurs };
            _entries.Add(line.Id, entry);
        }

        entry.IsTakenBack = line.Act is TranscriptAct.Delete;
        entry.Posts += line.Act is TranscriptAct.Post ? 1 : 0;
        return entry;
    }
}
