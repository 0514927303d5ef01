using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Countdowns;

/// <summary>What the desk is told of a channel that would not hear a deadline. Pure.</summary>
public static class PreflightWording
{
    /// <summary>Which channel, which deadline, why and what to do about it.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline that nears.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="fault">What its platform said.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Negotiation talks, Deadline deadline, ChannelAddress channel, ChannelCheck.Faulty fault, Instant now)
    {
        var at = deadline.At.ToInstant();
        return new Post(
            TalksHeading.Of(talks, deadline.Label),
            Severity.Trouble,
            [
                new PostPiece.Line(fault.Why),
                new PostPiece.Line(fault.Mend),
                new PostPiece.Moment(at, $"{TimeWording.Relative(at, now)}: {TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)}"),
            ])
        {
            Label = $"{channel} would not hear {deadline.Name}",
        };
    }
}
