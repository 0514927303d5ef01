using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Agenda;
using TalksBot.Features.Desk;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Deadlines;

/// <summary>Ends a deadline; every channel that got a rung is told, and its remaining rungs are cancelled.</summary>
internal sealed class SettleDeadline(Find find, KeepAgenda agenda, Announce announce, IClock clock)
{
    /// <summary>A change to the record that ends a deadline; it answers the sentence that refuses it, or null.</summary>
    public delegate string? Ending(Negotiation talks, Deadline deadline, string note, Stamp stamp);

    /// <summary>The parameters of every command that ends a deadline.</summary>
    public static IReadOnlyList<ParameterSpec> Parameters { get; } = [Desk.Parameters.Talks, Desk.Parameters.Deadline, Desk.Parameters.Note];

    /// <summary>Ends the deadline.</summary>
    public async Task<Reply> RunAsync(CommandCall call, Ending end, WirePriority priority, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !Find.Deadline(call, talks).Is(out var deadline, out refusal)
            || !Typed.Words(call, ("note", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        if (end(talks, deadline, words["note"], call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var moments = await agenda.ReplanAsync(talks, now, token);
        var cancelled = moments.Where(moment => moment.SubjectId == deadline.Id).Select(moment => moment.Rung).ToList();
        var post = CountdownWording.Settled(talks, deadline, words["note"], cancelled, now);
        await announce.ToAllWhoHeardAsync(talks, new News(DeliveryKind.Outcome, deadline.Name, priority, now, post), token);
        return DeadlineReplies.Settled(talks, deadline, cancelled, now);
    }
}
