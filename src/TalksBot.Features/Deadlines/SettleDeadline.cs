using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Deadlines;

/// <summary>Ends a deadline; every channel that got a rung is told, and its remaining rungs are cancelled.</summary>
internal abstract class SettleDeadline(RecordLookup find, DeadlinePosts posts, IClock clock) : ICommand
{
    /// <summary>How urgently it is told.</summary>
    protected virtual WirePriority Priority => WirePriority.Bulletin;

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Deadline(call, talks).Is(out var deadline, out refusal)
            || !ArgumentReader.Words(call, ("note", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var before = AgendaPlan.CountdownsAhead(talks, now);
        if (End(talks, deadline, words["note"], call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var cancelled = AgendaPlan.RungsLost(before, talks, now);
        var next = talks.FollowUp(deadline, call.Stamp(now));
        await posts.SettledAsync(talks, deadline, words["note"], cancelled, (Priority, now), token);
        return DeadlineReplies.Settled(talks, deadline, cancelled, next, now);
    }

    /// <summary>The change to the record.</summary>
    /// <returns>The sentence that refuses it, or null.</returns>
    protected abstract string? End(Negotiation talks, Deadline deadline, string note, Stamp stamp);

    /// <summary>A command that ends a deadline.</summary>
    protected static CommandSpec Declare(string path, string summary, string example) =>
        new(path, summary, Role.Editor, [Parameters.Talks, Parameters.Deadline, Parameters.Note]) { Changes = true, Announces = true, Example = example };
}

/// <summary>Records that a deadline passed and what it demanded was not done.</summary>
internal sealed class LapseDeadline(RecordLookup find, DeadlinePosts posts, IClock clock) : SettleDeadline(find, posts, clock), IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = Declare(
        "deadline lapsed",
        "record that a deadline passed without what it demanded and tell everybody who heard of it",
        "/talks deadline lapsed us-japan-autos D1 note:\"Nothing was signed; the tariffs are in force.\"");

    /// <inheritdoc/>
    protected override string? End(Negotiation talks, Deadline deadline, string note, Stamp stamp) => talks.LapseDeadline(deadline, note, stamp);
}

/// <summary>Records that what a deadline demanded was done.</summary>
internal sealed class MeetDeadline(RecordLookup find, DeadlinePosts posts, IClock clock) : SettleDeadline(find, posts, clock), IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = Declare(
        "deadline met", "record that a deadline was met and tell everybody who heard of it", "/talks deadline met us-japan-autos D1 note:\"Both sides signed at 18:00.\"");

    /// <inheritdoc/>
    protected override string? End(Negotiation talks, Deadline deadline, string note, Stamp stamp) => talks.MeetDeadline(deadline, note, stamp);
}

/// <summary>Records that whoever set a deadline took it back.</summary>
internal sealed class WithdrawDeadline(RecordLookup find, DeadlinePosts posts, IClock clock) : SettleDeadline(find, posts, clock), IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = Declare(
        "deadline withdraw",
        "record that a deadline was taken back and tell everybody who heard of it",
        "/talks deadline withdraw us-japan-autos D1 note:\"The President called the tariffs off.\"");

    /// <inheritdoc/>
    protected override WirePriority Priority => WirePriority.Urgent;

    /// <inheritdoc/>
    protected override string? End(Negotiation talks, Deadline deadline, string note, Stamp stamp) => talks.WithdrawDeadline(deadline, note, stamp);
}
