using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>Entries of a chronicle as posts show them.</summary>
internal static class EntryWording
{
    /// <summary>Entries under a heading, each with when it was recorded; nothing when there are none.</summary>
    public static IEnumerable<PostPiece> Section(string title, IEnumerable<ChronicleEntry> entries, Instant now, WallClock clock)
    {
        var lines = entries.Select(entry => new PostPiece.Line($"{TimeWording.ClockTime(entry.At, clock, firstDate: null, now)} · {entry.Text}")
        {
            Account = entry.Subject.StartsWith('#') ? entry.Subject : null,
        });
        return lines.Cast<PostPiece>().ToList() is { Count: > 0 } body ? body.Prepend(new PostPiece.Section(title)) : [];
    }
}
