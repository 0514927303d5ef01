using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Countdowns;

/// <summary>Why something falls at another time, as it is told and kept.</summary>
/// <param name="Note">Why; empty where nobody said so.</param>
/// <param name="By">By whose word; empty where nobody said so.</param>
public sealed record MoveReason(string Note, string By)
{
    /// <summary>Two lines of a phone, which break between words.</summary>
    private const int WhyLength = (2 * PhoneLines.Width) - 8;

    /// <summary>When it fell before, why it moved and by whose word: in two lines of a phone, and whole where there is room.</summary>
    /// <param name="before">When it fell before.</param>
    /// <param name="clock">Its own clock, which leads the line above.</param>
    /// <param name="stamp">When it was recorded; by whom too, where that is told because nobody else's word is.</param>
    /// <param name="tellsWho">Whether it is told who recorded it.</param>
    internal IEnumerable<PostPiece> Pieces(CivilTime before, WallClock clock, Stamp stamp, bool tellsWho)
    {
        var by = By.Length == 0 && tellsWho ? stamp.By : By;
        if (Note.Length == 0)
        {
            return [new PostPiece.Line($"was {TimeWording.ClockTime(before.ToInstant(), clock, firstDate: null, stamp.At)}{(by.Length == 0 ? "" : $", by {by}")}")];
        }

        var was = $"was {TimeWording.OnOwnClock(before.ToInstant(), clock, stamp.At)}";
        return [PostPiece.Field.Brief(was, ChangeWording.Why(Note, by), WhyLength - was.Length)];
    }

    /// <summary>Why several moved, and by whose word; where nobody's is named, who recorded it.</summary>
    internal IEnumerable<PostPiece> Pieces(Stamp stamp) =>
        [new PostPiece.Line(By.Length == 0 && Note.Length == 0 ? $"by {stamp.By}" : ChangeWording.Why(Note, By.Length == 0 ? stamp.By : By))];
}
