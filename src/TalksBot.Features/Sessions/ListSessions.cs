using TalksBot.Core.Commands;
using TalksBot.Core.Sessions;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Sessions;

/// <summary>Shows the sessions of talks.</summary>
internal sealed class ListSessions(RecordLookup find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session list", "show every session of talks: those to come, then past ones", Role.Reader, [Parameters.TalksOrHere, ListPage.Parameter])
    {
        Example = "/talks session list us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            || !ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        var shown = page.Of(SessionListWording.InOrder(talks.Sessions, now));
        return page.Show(call, shown, SessionListWording.Write(talks, shown, now));
    }
}
