using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Sessions;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Sessions;

/// <summary>Says who of the desk covers a session; its alerts name them from then on.</summary>
internal sealed class CoverSession(RecordLookup find, CoverInput covers, IClock clock) : IDeclaredCommand, IAskFirst
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session cover", "say who covers a session, so that its alerts name them", Role.Reporter, [Parameters.Talks, Parameters.Session, CoverInput.Who, CoverInput.Ping])
    {
        Changes = true,
        Example = "/talks session cover us-japan-autos S1 \"Ben Miller\"",
    };

    /// <inheritdoc/>
    public Task<Reply?> AskAsync(CommandCall call, CancellationToken token) => covers.AskAsync(call, token);

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Session(call, talks).Is(out var session, out refusal)
            || !covers.Read(call).Is(out var cover, out refusal))
        {
            return refusal;
        }

        return talks.CoverSession(session, cover.By, call.Stamp(now)) is { } fault
            ? Reply.Refuse(fault)
            : Reply.Answer($"{session.Name} {CoverWording.Said(session.Cover)} · {TalksHeading.Of(talks, SessionWording.WhoAndWhere(session))}");
    }
}
