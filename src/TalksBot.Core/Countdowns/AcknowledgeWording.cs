using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Countdowns;

/// <summary>How the desk is asked to say that it has seen something, and what is said once it has or has not. Pure.</summary>
public static class AcknowledgeWording
{
    /// <summary>The button below what asks for somebody's word.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="subject">The deadline or update.</param>
    public static PostButton Button(Negotiation talks, string subject) => new("Acknowledge", $"/talks acknowledge talks:{talks.Slug} subject:{subject}") { Meaning = ButtonMeaning.Seen };

    /// <summary>As in <c>Acknowledged by Ann 23:40 Washington</c>.</summary>
    /// <param name="word">Who gave it, and when.</param>
    /// <param name="clock">The clock to show.</param>
    public static string Line(Change word, WallClock clock) => $"Acknowledged by {word.By} {TimeWording.ClockTimeShort(word.At, clock)}";

    /// <summary>Nobody in a channel has given the word in time.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="rung">The alert that asked.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Escalation(Negotiation talks, Deadline deadline, Duration rung, Instant now)
    {
        var at = deadline.At.ToInstant();
        var clocks = talks.ClocksFrom(deadline.At.Zone);
        return new Post(
            TalksHeading.Of(talks, deadline.Label),
            Severity.Pressing,
            [
                new PostPiece.Line($"The {RungWording.Alert(rung)} was due {TimeWording.ClockTimeShort(at - rung, clocks[0])}, and nobody here has said that it was seen."),
                new PostPiece.Moment(at, TimeWording.ClockLine(at, clocks, now)),
            ])
        {
            Label = "Nobody has acknowledged",
            DueOnClock = TimeWording.ClockTimeShort(now, clocks[0]),
            Buttons = [Button(talks, deadline.Name)],
        };
    }
}
