using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Updates;

/// <summary>Withdraws an update: its words vanish everywhere, and everybody who saw it is told.</summary>
internal sealed class KillUpdate(RecordLookup find, CorrectionNotifier retell, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update kill",
        "withdraw an update, for a reason, and tell everybody who saw it",
        Role.Editor,
        [
            Parameters.Talks,
            Parameters.Update,
            new("reason", ParameterKind.Text, "why, as everybody is told") { Required = true, Lengthy = true },
        ])
    {
        FormTitle = "Kill an update",
        Changes = true,
        Announces = true,
        Example = "/talks update kill us-japan-autos #2 \"the ministry denies that the call took place\"",
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

        if (talks.KillUpdate(update, words["reason"], call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var told = await retell.KilledAsync(talks, update, now, token);
        return Reply.Answer(
            $"{update.Name} killed · {talks.Title}; {CorrectionNotifier.Heard(told)}",
            new PostPiece.Line($"Why: {Typography.Shorten(words["reason"], 2 * UpdateReplies.Echoed)}"));
    }
}
