using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What the desk is told of a flash on its way, and of embargoes about to end. Pure.</summary>
public static class ApprovalWording
{
    /// <summary>A second editor is asked.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="update">The flash.</param>
    /// <param name="author">Who wrote it, in print.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Ask(Negotiation talks, Update update, string author, Instant now)
    {
        var clock = talks.ClocksFrom(talks.Zone)[0];
        var hearers = talks.Follows.Count(follow => follow.Wants(update.Priority));
        return new Post(
            TalksHeading.OfSide(talks, update.Side),
            Severity.Pressing,
            [
                UpdateWording.News(update, clock, now),
                new PostPiece.Line($"Written by {author} · would tell {Typography.Count(hearers, "channel")} · expires {TimeWording.ClockTimeShort(update.Approval!.Until, clock)}"),
            ])
        {
            Label = "FLASH waits for you",
            Own = update.Name,
            LeadsWithWords = true,
            DueOnClock = TimeWording.ClockTimeShort(now, clock),
            Buttons =
            [
                new PostButton("Approve", ApproveLine(talks, update)) { Meaning = ButtonMeaning.Yes },
                new PostButton("Reject", $"/talks update reject talks:{talks.Slug} update:{update.Name}") { Meaning = ButtonMeaning.No },
            ],
        };
    }

    /// <summary>True for the question itself, which must show what it asks about for as long as the update waits.</summary>
    public static bool Asks(Post post, Negotiation talks, Update update) =>
        update.AwaitsApproval && post.Buttons.Any(button => button.Command == ApproveLine(talks, update));

    /// <summary>The question once it is answered: how the wait ended, and nothing that still waits.</summary>
    /// <param name="question">The question as shown.</param>
    /// <param name="talks">The talks.</param>
    /// <param name="update">The flash, with its answer.</param>
    /// <param name="now">The moment of the answer.</param>
    public static Post Answered(Post question, Negotiation talks, Update update, Instant now)
    {
        var at = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]);
        var (label, line) = update switch
        {
            { Killing: { } killing } => ("FLASH withdrawn", $"Withdrawn by {killing.By} {at}."),
            { Approval: { State: ApprovalState.Approved, AnsweredBy: var by } } => ("FLASH approved", $"Approved by {by} {at}."),
            { Approval: { State: ApprovalState.Rejected, AnsweredBy: var by } } => ("FLASH rejected", $"Rejected by {by} {at}; nobody was told."),
            _ => ("FLASH expired", $"Nobody approved it by {at}, so nobody was told. Add it again if it still holds."),
        };
        return question with
        {
            Label = label,
            Severity = update.IsPublic ? Severity.Calm : Severity.Withdrawn,
            Pieces = [.. question.Pieces.Where(piece => piece.Account == update.Name && piece is not PostPiece.Moment), new PostPiece.Line(line)],
            Buttons = [],
            Mention = null,
        };
    }

    /// <summary>An embargo ends soon; the words stay hidden from everybody.</summary>
    public static Post LiftNear(Negotiation talks, Update update, Duration left, Instant now)
    {
        var lift = update.Embargo!.ToInstant();
        return new Post(
            TalksHeading.Of(talks),
            Severity.Trouble,
            [
                new PostPiece.Line($"Lifts {TimeWording.ClockTime(lift, talks.ClocksFrom(update.Embargo.Zone)[0], firstDate: null, now)}"),
                new PostPiece.Line($"Move it: /talks update embargo {talks.Slug} {update.Name} until:…, or kill it: /talks update kill {talks.Slug} {update.Name} reason:…"),
            ])
        {
            Label = $"Embargo of {update.Name} lifts in {TimeWording.Span(left)}",
            DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
        };
    }

    private static string ApproveLine(Negotiation talks, Update update) => $"/talks update approve talks:{talks.Slug} update:{update.Name}";
}
