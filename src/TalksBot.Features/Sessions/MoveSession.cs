using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Agenda;
using TalksBot.Features.Desk;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Sessions;

/// <summary>Moves a planned session; every channel that follows the talks is told, and its alerts are planned anew.</summary>
internal sealed class MoveSession(Find find, KeepAgenda agenda, Announce announce, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session move",
        "move a planned session and tell every channel that follows",
        Role.Reporter,
        [Parameters.Talks, Parameters.Session, Parameters.At("when it starts now; +2h counts from the old time")])
    {
        Changes = true,
        Announces = true,
        Example = "/talks session move us-japan-autos S4 +2h",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !Find.Session(call, talks).Is(out var session, out refusal)
            || !TypedTime.Read(call, "at", talks.Times(now, TimeTense.Future, session.StartsAt)).Is(out var to, out refusal))
        {
            return refusal;
        }

        var (before, end) = (session.StartsAt, session.EndsAt);
        if (talks.MoveSession(session, to.Time, call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        await agenda.ReplanAsync(talks, now, token);
        var post = SessionWording.Moved(talks, session, before, now);
        announce.ToFollowers(talks, new News(DeliveryKind.Session, session.Name, WirePriority.Urgent, now, post));
        return SessionReplies.Changed(
            $"{session.Name} moved from {TimeWording.Full(before)}", talks, session, to.Note, now, [.. Dropped(end), SessionReplies.Alerts(talks, session, now)]);
    }

    private static IEnumerable<PostPiece> Dropped(CivilTime? end)
    {
        if (end is not null)
        {
            yield return new PostPiece.Line($"Its planned end, {TimeWording.Full(end)}, is dropped.");
        }
    }
}
