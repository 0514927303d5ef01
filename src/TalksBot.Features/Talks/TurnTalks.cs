using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Talks;

/// <summary>Suspends, resumes or closes talks and tells every channel that follows them.</summary>
internal sealed class TurnTalks(RecordLookup find, FollowerNotifier announce, IClock clock)
{
    /// <summary>The parameters of each of the three.</summary>
    public static IReadOnlyList<ParameterSpec> Parameters { get; } = [Commands.Parameters.Talks, Commands.Parameters.Note];

    /// <summary>Turns the talks.</summary>
    /// <param name="call">The command.</param>
    /// <param name="turn">The change to the record; it answers the sentence that refuses it, or null.</param>
    /// <param name="done">What then holds, as in "Closed".</param>
    public async Task<Reply> RunAsync(CommandCall call, Func<Negotiation, Stamp, string?> turn, string done, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !ArgumentReader.Words(call, ("note", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var before = AgendaPlan.CountdownsAhead(talks, now);
        if (turn(talks, call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var cancelled = AgendaPlan.RungsLost(before, talks, now);
        var post = OutcomeWording.Turned(talks, words["note"], cancelled, now);
        announce.ToFollowers(talks, new News(DeliveryKind.Status, "", WirePriority.Urgent, now, post));
        return TalksReplies.Turned(talks, done, talks.Listening.Count(), cancelled, now);
    }
}

/// <summary>Stops following talks and cancels all their alerts.</summary>
internal sealed class CloseTalks(TurnTalks turn) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("close", "stop following talks; every alert is cancelled", Role.Editor, TurnTalks.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks close us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        await turn.RunAsync(call, (talks, stamp) => talks.Close(stamp), "Closed", token);
}

/// <summary>Takes suspended talks up again.</summary>
internal sealed class ResumeTalks(TurnTalks turn) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("resume", "say that suspended talks go on", Role.Editor, TurnTalks.Parameters)
    {
        Changes = true,
        Announces = true,
        IsRare = true,
        Example = "/talks resume us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        await turn.RunAsync(call, (talks, stamp) => talks.Resume(stamp), "Under way again", token);
}

/// <summary>Interrupts talks; their deadlines and countdowns go on.</summary>
internal sealed class SuspendTalks(TurnTalks turn) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("suspend", "say that talks are interrupted; deadlines stand", Role.Editor, TurnTalks.Parameters)
    {
        Changes = true,
        Announces = true,
        IsRare = true,
        Example = "/talks suspend us-japan-autos note:\"The minister flew home.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        await turn.RunAsync(call, (talks, stamp) => talks.Suspend(stamp), "Suspended", token);
}
