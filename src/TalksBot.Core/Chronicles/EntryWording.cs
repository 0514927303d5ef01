using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>Entries of a chronicle as posts show them.</summary>
internal static class EntryWording
{
    /// <summary>Entries under a heading, each with when it was recorded; nothing when there are none.</summary>
    public static IEnumerable<PostPiece> Section(string title, IEnumerable<ChronicleEntry> entries, Instant now, WallClock clock) =>
        entries.Select(entry => Line(entry, now, clock)).ToList() is { Count: > 0 } body ? body.Prepend(new PostPiece.Section(title)) : [];

    /// <summary>One entry with when it was recorded, as short as a phone wants it.</summary>
    public static PostPiece Brief(ChronicleEntry entry, int length, Instant now, WallClock clock) =>
        new PostPiece.Line(Typography.Shorten($"{TimeWording.OfWeek(entry.At, clock, now)} · {entry.Text}", length)) { Account = entry.Subject.StartsWith('#') ? entry.Subject : null };

    /// <summary>One entry with when it was recorded; a long one by its beginning.</summary>
    public static PostPiece Line(ChronicleEntry entry, Instant now, WallClock clock) =>
        new PostPiece.Line($"{TimeWording.ClockTime(TimeWording.Minute(entry.At), clock, firstDate: null, now)} · {Typography.Brief(entry.Text)}")
        {
            Account = entry.Subject.StartsWith('#') ? entry.Subject : null,
        };
}
