using System.Runtime.InteropServices;

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
        entry.Take(line);
        return entry;
    }

    /// <summary>Takes in a line from the file; of a message this process has posted, the file tells nothing new.</summary>
    public void AddFound(TranscriptLine line)
    {
        var entry = Entry(line);
        if (!entry.IsOurs)
        {
            entry.Find(line.Act);
            entry.Take(line);
        }
    }

    /// <summary>These messages are known no more.</summary>
    public void Forget(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            _entries.Remove(id);
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

/// <summary>One message of the transcript as this process knows it.</summary>
internal sealed class TranscriptEntry(string channel, string reference)
{
    private bool _isFound;
    private Words _written;
    private Words _shown;

    /// <summary>Its channel.</summary>
    public string Channel => channel;

    /// <summary>What people quote.</summary>
    public string Reference => reference;

    /// <summary>This process posted it, so it knows whether it was shown.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>It was on the screen, in this process or an earlier one.</summary>
    public bool IsShown { get; set; }

    /// <summary>It was taken back.</summary>
    public bool IsTakenBack { get; private set; }

    /// <summary>It was posted again after it had been shown, or may have been.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>True where these words of it are on the screen, so that showing them again would tell nothing.</summary>
    public bool Shows(string text) => _shown == Words.Of(text);

    /// <summary>Its words are written down, and only then shown.</summary>
    public void Take(TranscriptLine line)
    {
        if (line.Act is TranscriptAct.Shown)
        {
            _shown = _written;
        }
        else
        {
            _written = Words.Of(line.Text);
        }
    }

    /// <summary>This process does something to it.</summary>
    public void Record(TranscriptAct act)
    {
        if (act is TranscriptAct.Shown)
        {
            IsShown = true;
            return;
        }

        if (act is TranscriptAct.Post)
        {
            IsRepeated |= !IsTakenBack && (IsShown || (_isFound && !IsOurs));
            IsOurs = true;
        }

        IsTakenBack = act is TranscriptAct.Delete;
    }

    /// <summary>An earlier process did something to it.</summary>
    public void Find(TranscriptAct act)
    {
        _isFound = true;
        IsShown = act is TranscriptAct.Shown;
        IsTakenBack = act is TranscriptAct.Delete || (IsTakenBack && IsShown);
    }
}

/// <summary>Enough of a text to tell it from another in this process, without keeping it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Words(int Length, int Hash)
{
    /// <summary>Of this text.</summary>
    public static Words Of(string text) => new(text.Length, string.GetHashCode(text, StringComparison.Ordinal));
}

/// <summary>What happened to a message. The names are stored: never rename.</summary>
internal enum TranscriptAct
{
    /// <summary>It was posted.</summary>
    Post,

    /// <summary>Its content was replaced.</summary>
    Edit,

    /// <summary>It was taken back.</summary>
    Delete,

    /// <summary>What stands before it was on the screen.</summary>
    Shown,
}

/// <summary>One line of the transcript: something that was about to be shown.</summary>
/// <param name="Act">What happened to the message.</param>
/// <param name="Id">The message: the key of the delivery that posted it.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="At">When, in ISO-8601.</param>
/// <param name="Reference">What people quote.</param>
/// <param name="Text">The message as plain text; empty when it was taken back.</param>
internal sealed record TranscriptLine(TranscriptAct Act, string Id, string Channel, string At, string Reference, string Text)
{
    /// <summary>Notes that what stands before was on the screen.</summary>
    public static TranscriptLine Shown(string id, string at) => new(TranscriptAct.Shown, id, "", at, "", "");
}

/// <summary>What the transcript answers.</summary>
internal abstract record TranscriptAnswer
{
    private TranscriptAnswer()
    {
    }

    /// <summary>The message stands in it.</summary>
    public sealed record Known(TranscriptEntry Entry) : TranscriptAnswer;

    /// <summary>The message does not stand in it.</summary>
    public sealed record Unknown : TranscriptAnswer;

    /// <summary>The file cannot be used.</summary>
    public sealed record Broken(string Why) : TranscriptAnswer;
}

/// <summary>The end of a file that lost power while a line was written.</summary>
internal static class TornLine
{
    /// <summary>Cuts off what follows the last line break; its message was never shown, because showing comes after.</summary>
    public static void Remove(FileStream file)
    {
        var end = file.Length;
        while (end > 0 && !EndsLine(file, end))
        {
            end--;
        }

        if (end < file.Length)
        {
            file.SetLength(end);
        }
    }

    private static bool EndsLine(FileStream file, long end)
    {
        file.Seek(end - 1, SeekOrigin.Begin);
        return file.ReadByte() == '\n';
    }
}
