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
internal abstract class TurnTalks(RecordLookup find, FollowerNotifier announce, IClock clock) : ICommand
{
    /// <summary>What then holds, as in "Closed".</summary>
    protected abstract string Done { get; }

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !ArgumentReader.Words(call, ("note", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var before = AgendaPlan.CountdownsAhead(talks, now);
        if (Turn(talks, call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var cancelled = AgendaPlan.RungsLost(before, talks, now);
        var post = OutcomeWording.Turned(talks, words["note"], cancelled, now);
        announce.ToFollowers(talks, new News(DeliveryKind.Status, "", WirePriority.Urgent, now, post));
        return TalksReplies.Turned(talks, Done, talks.Listening.Count(), cancelled, now);
    }

    /// <summary>The change to the record.</summary>
    /// <returns>The sentence that refuses it, or null.</returns>
    protected abstract string? Turn(Negotiation talks, Stamp stamp);

    /// <summary>A command that turns talks.</summary>
    protected static CommandSpec Declare(string path, string summary, string example) =>
        new(path, summary, Role.Editor, [Parameters.Talks, Parameters.Note]) { Changes = true, Announces = true, Example = example };
}

/// <summary>Stops following talks and cancels all their alerts.</summary>
internal sealed class CloseTalks(RecordLookup find, FollowerNotifier announce, IClock clock) : TurnTalks(find, announce, clock), IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = Declare("close", "stop following talks; every alert is cancelled", "/talks close us-japan-autos");

    /// <inheritdoc/>
    protected override string Done => "Closed";

    /// <inheritdoc/>
    protected override string? Turn(Negotiation talks, Stamp stamp) => talks.Close(stamp);
}

/// <summary>Takes suspended talks up again.</summary>
internal sealed class ResumeTalks(RecordLookup find, FollowerNotifier announce, IClock clock) : TurnTalks(find, announce, clock), IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = Declare("resume", "say that suspended talks go on", "/talks resume us-japan-autos") with { IsRare = true };

    /// <inheritdoc/>
    protected override string Done => "Under way again";

    /// <inheritdoc/>
    protected override string? Turn(Negotiation talks, Stamp stamp) => talks.Resume(stamp);
}

/// <summary>Interrupts talks; their deadlines and countdowns go on.</summary>
internal sealed class SuspendTalks(RecordLookup find, FollowerNotifier announce, IClock clock) : TurnTalks(find, announce, clock), IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } =
        Declare("suspend", "say that talks are interrupted; deadlines stand", "/talks suspend us-japan-autos note:\"The minister flew home.\"") with { IsRare = true };

    /// <inheritdoc/>
    protected override string Done => "Suspended";

    /// <inheritdoc/>
    protected override string? Turn(Negotiation talks, Stamp stamp) => talks.Suspend(stamp);
}
