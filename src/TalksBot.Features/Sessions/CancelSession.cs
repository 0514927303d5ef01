using TalksBot.Core.Commands;
using TalksBot.Core.Sessions;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Sessions;

/// <summary>Records that a planned session will not take place; every channel that follows is told, and its alerts are cancelled.</summary>
internal sealed class CancelSession(RecordLookup find, SessionPosts posts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session cancel",
        "say that a planned session will not take place and tell every channel that follows",
        Role.Reporter,
        [Parameters.Talks, Parameters.Session, Parameters.Note])
    {
        Changes = true,
        Announces = true,
        Example = "/talks session cancel us-japan-autos S4 note:\"The minister is ill.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Session(call, talks).Is(out var session, out refusal)
            || !ArgumentReader.Words(call, ("note", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        if (talks.CancelSession(session, words["note"], call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var next = talks.FollowUp(session, call.Stamp(now));
        var post = SessionWording.Cancelled(talks, session, words["note"], now);
        await posts.TellAsync(talks, session, post, now, token);
        return SessionReplies.Changed("cancelled", talks, session, note: null, now, SessionReplies.Follows(talks, next, now));
    }
}
