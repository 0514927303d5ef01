using TalksBot.Core.Commands;
using TalksBot.Core.Sessions;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Sessions;

/// <summary>Records that a session is over; every channel that follows the talks is told.</summary>
internal sealed class EndSession(RecordLookup find, SessionPosts posts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session end",
        "say that a session is over and tell every channel that follows",
        Role.Reporter,
        [
            Parameters.Talks,
            Parameters.Session,
            new("at", ParameterKind.Time, "when it ended; now when left out") { NamedOnly = true, IsPast = true },
        ])
    {
        Changes = true,
        Announces = true,
        Example = "/talks session end us-japan-autos S4 at:\"28 Jun 1995 00:40 Geneva\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Session(call, talks).Is(out var session, out refusal)
            || !ReportedTime.End(call, talks, session, now).Is(out var at, out refusal))
        {
            return refusal;
        }

        if (talks.EndSession(session, at.Time, call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var post = SessionWording.Ended(talks, session, now);
        await posts.TellAsync(talks, session, post, now, token);
        return SessionReplies.Changed("is over", talks, session, at.Note, now);
    }
}
