using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Deadlines;

/// <summary>Says who of the desk covers a deadline; its alerts name them from then on.</summary>
internal sealed class CoverDeadline(RecordLookup find, CoverInput covers, IClock clock) : IDeclaredCommand, IAskFirst
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline cover", "say who covers a deadline, so that its alerts name them", Role.Reporter, [Parameters.Talks, Parameters.Deadline, CoverInput.Who, CoverInput.Ping])
    {
        Changes = true,
        Example = "/talks deadline cover us-japan-autos D1 me",
    };

    /// <inheritdoc/>
    public Task<Reply?> AskAsync(CommandCall call, CancellationToken token) => covers.AskAsync(call, token);

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Deadline(call, talks).Is(out var deadline, out refusal)
            || !covers.Read(call).Is(out var cover, out refusal))
        {
            return refusal;
        }

        return talks.CoverDeadline(deadline, cover.By, call.Stamp(now)) is { } fault
            ? Reply.Refuse(fault)
            : Reply.Answer($"{deadline.Name} {CoverWording.Said(deadline.Cover)} · {talks.Title}: {deadline.Label}");
    }
}
