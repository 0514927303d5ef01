using TalksBot.Core.Commands;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Updates;

/// <summary>Ends an embargo before its time and tells the channels.</summary>
internal sealed class BreakEmbargo(RecordLookup find, FollowerNotifier announce, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update break",
        "end the embargo of an update now, for a reason, and tell the channels",
        Role.Editor,
        [
            Parameters.Talks,
            Parameters.Update,
            new("reason", ParameterKind.Text, "why, for the audit") { Required = true },
            Parameters.Confirm,
        ])
    {
        Changes = true,
        Example = "/talks update break us-japan-autos #4 \"another agency has it\" confirm:yes",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Update(call["update"], talks).Is(out var update, out refusal)
            || !ArgumentReader.Words(call, ("reason", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        if (talks.BreakEmbargo(update, words["reason"], call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var told = talks.Follows.Count(follow => follow.Wants(update.Priority));
        if (Agreement.Ask(call, $"{update.Name} would be told to {Typography.Count(told, "channel")} now, before its embargo ends") is { } ask)
        {
            return ask;
        }

        announce.ToThoseWhoWant(talks, UpdateReplies.News(talks, update, now));
        return UpdateReplies.Said($"Embargo of {update.Name} broken · {talks.Title}", talks, update, note: null, now);
    }
}
