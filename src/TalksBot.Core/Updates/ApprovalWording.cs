using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What the desk is told of a flash on its way, and of embargoes about to end. Pure.</summary>
public static class ApprovalWording
{
    /// <summary>A second editor is asked.</summary>
    public static Post Ask(Negotiation talks, Update update, string author, Instant now) => new(
        $"FLASH waits for a second editor: {talks.Title}",
        Severity.Pressing,
        [
            UpdateWording.Quote(update),
            new PostPiece.Field("Written by", author),
            new PostPiece.Moment(update.Approval!.Until, $"Expires {TimeWording.ClockLine(update.Approval.Until, talks.ClocksFrom(talks.Zone), now)}"),
        ])
    {
        DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
        Buttons =
        [
            new PostButton("Approve", ApproveLine(talks, update)),
            new PostButton("Reject", $"/talks update reject talks:{talks.Slug} update:{update.Name}"),
        ],
    };

    /// <summary>True for the question itself, which must show what it asks about for as long as the update waits.</summary>
    public static bool Asks(Post post, Negotiation talks, Update update) =>
        update.AwaitsApproval && post.Buttons.Any(button => button.Command == ApproveLine(talks, update));

    /// <summary>How the wait ended, for the line below the question.</summary>
    public static string Answered(Negotiation talks, Update update, Instant now)
    {
        var clock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]);
        return update.Approval!.State is ApprovalState.Expired
            ? $"EXPIRED {clock}: nobody approved it in time. Add it again if it still holds."
            : $"{update.Approval.State.ToString().ToUpperInvariant()} {clock} by {update.Approval.AnsweredBy}";
    }

    /// <summary>An embargo ends soon; the words stay hidden from everybody.</summary>
    public static Post LiftNear(Negotiation talks, Update update, Duration left, Instant now)
    {
        var lift = update.Embargo!.ToInstant();
        return new Post(
            $"Embargo of {update.Name} lifts in {TimeWording.Span(left)}: {talks.Title}",
            Severity.Notable,
            [
                new PostPiece.Moment(lift, $"Lifts {TimeWording.ClockLine(lift, talks.ClocksFrom(update.Embargo.Zone), now)}"),
                new PostPiece.Line($"Move it: /talks update embargo {talks.Slug} {update.Name} until:…, or kill it: /talks update kill {talks.Slug} {update.Name} reason:…"),
            ])
        {
            DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
        };
    }

    private static string ApproveLine(Negotiation talks, Update update) => $"/talks update approve talks:{talks.Slug} update:{update.Name}";
}
