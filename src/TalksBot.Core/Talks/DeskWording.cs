using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Talks;

/// <summary>What stands at the desk, for whoever opens it to do something. Pure.</summary>
public static class DeskWording
{
    /// <summary>The next deadlines and sessions, and what this reader has to know beside them. Nothing that anybody said.</summary>
    /// <param name="page">Those of the page.</param>
    /// <param name="health">How the desk itself is, in a line; null for who need not know.</param>
    /// <param name="role">What the reader may do.</param>
    public static Post Stands(Page<(Negotiation Talks, Upcoming Coming)> page, string? health, Role role)
    {
        var next = NextWording.Write(page);
        return next with
        {
            Heading = page.Total == 0 ? next.Heading : "What stands",
            Pieces =
            [
                .. next.Pieces,
                .. health is null ? Array.Empty<PostPiece>() : [new PostPiece.Section(health)],
                .. role > Role.Reader ? Array.Empty<PostPiece>() : [new PostPiece.Section("You may read and acknowledge"), new PostPiece.Line("For more a chief gives you a role: /talks role grant")],
            ],
        };
    }

    /// <summary>The deadlines that can be moved or edited, soonest first, each in a line.</summary>
    public static Post ToMove(Page<(Negotiation Talks, Deadline Deadline)> page, Instant now) => page.Total == 0
        ? new Post("No deadline stands, so there is none to move", Severity.Calm, [])
        : new Post(
            page.Total == 1 ? "One deadline stands" : $"{Typography.Count(page.Total, "deadline")} stand",
            Severity.Calm,
            [
                .. page.Items.Select(item => new PostPiece.Line(
                    $"{item.Deadline.Name} {item.Deadline.Label} · {item.Talks.Title} – {TimeWording.ClockTime(item.Deadline.At.ToInstant(), item.Talks.ClocksFrom(item.Deadline.At.Zone)[0], firstDate: null, now)}")),
            ]);

    /// <summary>What waits to be acknowledged, the latest first, each in a line.</summary>
    /// <param name="page">Those of the page.</param>
    /// <param name="clock">The reader's clock.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post ToSee(Page<WaitingAlert> page, WallClock clock, Instant now) => page.Total == 0
        ? new Post("Nothing waits to be acknowledged", Severity.Calm, [])
        : new Post(
            $"{Typography.Count(page.Total, "alert")} {(page.Total == 1 ? "waits" : "wait")} to be acknowledged",
            Severity.Calm,
            [.. page.Items.Select(alert => new PostPiece.Line($"{alert.Subject} · {alert.Talks} – asked {TimeWording.OnOwnClock(alert.AskedAt, clock, now)} in {alert.Channel}"))]);
}

/// <summary>That a channel is asked to say that it has seen something.</summary>
/// <param name="Talks">The slug of the talks.</param>
/// <param name="Subject">The deadline or update.</param>
/// <param name="Channel">The channel.</param>
/// <param name="AskedAt">When it was asked last.</param>
public sealed record WaitingAlert(string Talks, string Subject, Channels.ChannelAddress Channel, Instant AskedAt);
