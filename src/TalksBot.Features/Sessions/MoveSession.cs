using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Sessions;

/// <summary>Moves a planned session; every channel that follows the talks is told, and its alerts are planned anew.</summary>
internal sealed class MoveSession(RecordLookup find, SessionPosts posts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session move",
        "move a planned session and tell every channel that follows",
        Role.Reporter,
        [
            Parameters.Talks,
            Parameters.Session,
            Parameters.At("when it starts now: +2h from the old time, 18:30 on its day, \"6 Dec\" at its hour, \"14:00-16:00\""),
            new("until", ParameterKind.Time, "when it is to end now: 13:00, or \"2 hours\" from the start") { NamedOnly = true },
            Parameters.Note,
            Parameters.By,
        ])
    {
        FormTitle = "Move a session",
        Changes = true,
        Announces = true,
        Example = "/talks session move us-japan-autos S4 +2h",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Session(call, talks).Is(out var session, out refusal)
            || !SessionTimes.Read(call, Moving(talks, session, now), mayBePast: false).Is(out var to, out refusal)
            || !ArgumentReader.Words(call, ("note", UserText.ParagraphLimit), ("by", UserText.LineLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var (before, end, stamp) = (session.StartsAt, session.EndsAt, call.Stamp(now));
        if (talks.MoveSession(session, to.StartsAt, stamp, to.EndsAt, words["note"], words["by"]) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var post = SessionWording.Moved(talks, session, before, new MoveReason(words["note"], words["by"]), stamp);
        await posts.TellAsync(talks, session, post, now, token);
        return SessionReplies.Changed(
            $"moved from {TimeWording.ClockTime(before.ToInstant(), talks.ClocksFrom(before.Zone)[0], firstDate: null, now)}", talks, session, to.Note, now, [.. Dropped(to.EndsAt is null ? end : null), .. SessionReplies.Twins(talks, session), SessionReplies.Alerts(talks, session, now)]);
    }

    /// <summary>A session moves on its own clock, and an hour stays in the half of the day that it was planned for.</summary>
    private static TimeContext Moving(Negotiation talks, Session session, Instant now) =>
        talks.Times(now, TimeTense.Future, session.StartsAt) with { Zone = session.StartsAt.Zone, KeepsHalf = true };

    private static IEnumerable<PostPiece> Dropped(CivilTime? end)
    {
        if (end is not null)
        {
            yield return new PostPiece.Line($"Its planned end, {TimeWording.Full(end)}, is dropped.");
        }
    }
}
