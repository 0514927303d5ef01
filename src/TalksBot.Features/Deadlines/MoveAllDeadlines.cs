using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Alerts;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Deadlines;

/// <summary>Moves every deadline of talks that is still to come by the same span: one change, one post to each channel, one undo.</summary>
internal sealed class MoveAllDeadlines(OutcomeQuestions questions, FollowerNotifier announce, IClock clock)
{
    private const string All = "all";

    /// <summary>So many deadlines are answered with where they fall now.</summary>
    private const int MostNamed = 3;

    /// <summary>True where the command means all of them.</summary>
    public static bool IsMeant(CommandCall call) => call["deadline"].Equals(All, StringComparison.OrdinalIgnoreCase);

    /// <summary>Moves them.</summary>
    public async Task<Reply> RunAsync(CommandCall call, Negotiation talks, MoveReason why, CancellationToken token)
    {
        var stamp = call.Stamp(clock.GetCurrentInstant());
        var standing = talks.Deadlines.Where(deadline => deadline.IsOpen && deadline.At.ToInstant() > stamp.At).ToList();
        if (standing.Count == 0)
        {
            return Reply.Refuse("No deadline of these talks is still to come, so there is none to move.");
        }

        if (!DurationText.IsShift(call["at"]))
        {
            return Reply.Refuse("All deadlines are moved by a span, such as +24h or -90m; give each its own time to move them apart.");
        }

        var moved = new List<(Deadline Deadline, CivilTime Before)>();
        foreach (var deadline in standing)
        {
            var before = deadline.At;
            var fault = TimePhrase.Read(call["at"], talks.Times(stamp.At, TimeTense.Future, before).By(call)) switch
            {
                TimeReading.Refused refused => refused.Why,
                TimeReading.Understood to => talks.MoveDeadline(deadline, to.Time, stamp, why.Note, why.By),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            if (fault is not null)
            {
                return Reply.Refuse(standing.Count == 1 || fault.StartsWith(deadline.Name, StringComparison.Ordinal) ? fault : $"{deadline.Name}: {fault}");
            }

            moved.Add((deadline, before));
        }

        foreach (var (deadline, _) in moved)
        {
            await questions.SilenceAsync(talks, deadline, stamp.At, token);
        }

        var post = moved is [var only] ? CountdownWording.Moved(talks, only.Deadline, only.Before, why, stamp) : CountdownWording.AllMoved(talks, moved, why, stamp);
        await announce.ToAllWhoHeardAsync(talks, new News(DeliveryKind.DeadlineMoved, moved.Count == 1 ? moved[0].Deadline.Name : "", WirePriority.Urgent, stamp.At, post), token);
        return Reply.Answer($"{Typography.Capital(Typography.Count(moved.Count, "deadline"))} moved · {talks.Title}", [.. Falling(talks, moved, stamp.At)]);
    }

    private static IEnumerable<PostPiece> Falling(Negotiation talks, List<(Deadline Deadline, CivilTime Before)> moved, Instant now)
    {
        foreach (var (deadline, _) in moved.Take(MostNamed))
        {
            var at = deadline.At.ToInstant();
            yield return new PostPiece.Moment(at, $"{deadline.Name} {TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)}");
        }

        if (moved.Count > MostNamed)
        {
            yield return new PostPiece.Line($"{Typography.More(moved.Count - MostNamed)}: /talks deadline list {talks.Slug}");
        }
    }
}
