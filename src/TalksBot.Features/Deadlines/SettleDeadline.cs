using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Deadlines;

/// <summary>Ends a deadline; every channel that got a rung is told, and its remaining rungs are cancelled.</summary>
internal sealed class SettleDeadline(RecordLookup find, DeadlinePosts posts, IClock clock)
{
    /// <summary>A change to the record that ends a deadline; it answers the sentence that refuses it, or null.</summary>
    public delegate string? Ending(Negotiation talks, Deadline deadline, string note, Stamp stamp);

    /// <summary>The parameters of every command that ends a deadline.</summary>
    public static IReadOnlyList<ParameterSpec> Parameters { get; } = [Commands.Parameters.Talks, Commands.Parameters.Deadline, Commands.Parameters.Note];

    /// <summary>Ends the deadline.</summary>
    public async Task<Reply> RunAsync(CommandCall call, Ending end, WirePriority priority, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Deadline(call, talks).Is(out var deadline, out refusal)
            || !ArgumentReader.Words(call, ("note", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var before = AgendaPlan.CountdownsAhead(talks, now);
        if (end(talks, deadline, words["note"], call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var cancelled = AgendaPlan.RungsLost(before, talks, now);
        var next = talks.FollowUp(deadline, call.Stamp(now));
        await posts.SettledAsync(talks, deadline, words["note"], cancelled, (priority, now), token);
        return DeadlineReplies.Settled(talks, deadline, cancelled, next, now);
    }
}

/// <summary>Records that a deadline passed and what it demanded was not done.</summary>
internal sealed class LapseDeadline(SettleDeadline settle) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline lapsed", "record that a deadline passed without what it demanded and tell everybody who heard of it", Role.Editor, SettleDeadline.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks deadline lapsed us-japan-autos D1 note:\"Nothing was signed; the tariffs are in force.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await settle.RunAsync(
        call, (talks, deadline, note, stamp) => talks.LapseDeadline(deadline, note, stamp), WirePriority.Bulletin, token);
}

/// <summary>Records that what a deadline demanded was done.</summary>
internal sealed class MeetDeadline(SettleDeadline settle) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline met", "record that a deadline was met and tell everybody who heard of it", Role.Editor, SettleDeadline.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks deadline met us-japan-autos D1 note:\"Both sides signed at 18:00.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await settle.RunAsync(
        call, (talks, deadline, note, stamp) => talks.MeetDeadline(deadline, note, stamp), WirePriority.Bulletin, token);
}

/// <summary>Records that whoever set a deadline took it back.</summary>
internal sealed class WithdrawDeadline(SettleDeadline settle) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline withdraw", "record that a deadline was taken back and tell everybody who heard of it", Role.Editor, SettleDeadline.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks deadline withdraw us-japan-autos D1 note:\"The President called the tariffs off.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await settle.RunAsync(
        call, (talks, deadline, note, stamp) => talks.WithdrawDeadline(deadline, note, stamp), WirePriority.Urgent, token);
}
