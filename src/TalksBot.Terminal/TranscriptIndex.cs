namespace TalksBot.Terminal;

/// <summary>What the transcript says about each message, by its id.</summary>
internal sealed class TranscriptIndex
{
    private readonly Dictionary<string, TranscriptEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The message; null when the transcript does not know it.</summary>
    public TranscriptEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>How many messages were posted again after they had been shown.</summary>
    public int CountRepeated() => _entries.Values.Count(entry => entry.IsRepeated);

    /// <summary>Takes in a line that this process writes.</summary>
    public TranscriptEntry Add(TranscriptLine line)
    {
        var entry = Entry(line);
        entry.Record(line.Act);
        return entry;
    }

    /// <summary>Takes in a line from the file; of a message this process has posted, the file tells nothing new.</summary>
    public void AddFound(TranscriptLine line)
    {
        var entry = Entry(line);
        if (!entry.IsOurs)
        {
            entry.Find(line.Act);
        }
    }

    private TranscriptEntry Entry(TranscriptLine line)
    {
        if (!_entries.TryGetValue(line.Id, out var entry))
        {
            entry = new TranscriptEntry(line.Channel, line.Reference);
            _entries.Add(line.Id, entry);
        }

        return entry;
    }
}
