using TalksBot.Core.Commands;
using TalksBot.Core.Sessions;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Sessions;

/// <summary>Records that a session began; every channel that follows the talks is told.</summary>
internal sealed class StartSession(RecordLookup find, SessionPosts posts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session start",
        "say that a session has begun and tell every channel that follows",
        Role.Reporter,
        [
            Parameters.Talks,
            Parameters.Session,
            new("at", ParameterKind.Time, "when it began; now when left out") { NamedOnly = true, IsPast = true },
        ])
    {
        Changes = true,
        Announces = true,
        Example = "/talks session start us-japan-autos S4 at:11:05am",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Session(call, talks).Is(out var session, out refusal)
            || !ReportedTime.Start(call, talks, session, now).Is(out var at, out refusal))
        {
            return refusal;
        }

        var planned = session.StartsAt;
        if (talks.StartSession(session, at.Time, call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        await posts.StartedAsync(talks, session, planned, now, token);
        return SessionReplies.Changed(SessionWording.Begun(talks, session, now), talks, session, at.Note, now);
    }
}
