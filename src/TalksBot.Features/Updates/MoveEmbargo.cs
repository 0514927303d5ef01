using TalksBot.Core.Commands;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Updates;

/// <summary>Gives an embargo another end.</summary>
internal sealed class MoveEmbargo(RecordLookup find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update embargo",
        "give the embargo of an update another end",
        Role.Editor,
        [Parameters.Talks, Parameters.Update, new("until", ParameterKind.Time, "when it ends now; +2h counts from the old end") { Required = true }, Parameters.Confirm])
    {
        Changes = true,
        Example = "/talks update embargo us-japan-autos #4 \"28 Jun 18:00 EDT\" confirm:yes",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Update(call["update"], talks).Is(out var update, out refusal)
            || !TypedTime.Read(call, "until", talks.Times(now, TimeTense.Future, update.Embargo)).Is(out var until, out refusal))
        {
            return refusal;
        }

        var before = update.Embargo;
        if (talks.MoveEmbargo(update, until.Time, call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        if (Agreement.Ask(call, $"The embargo of {update.Name} would end {TimeWording.Full(until.Time)}, not {TimeWording.Full(before!)}") is { } ask)
        {
            return ask;
        }

        return UpdateReplies.Waits(talks, update, until.Note, isAuthor: false, now);
    }
}
