using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>A claim that asks the world outside before its transaction begins, so that nobody waits for a platform to answer.</summary>
internal interface IPrepare
{
    /// <summary>Asks; what is answered is kept for <see cref="IClaim.SpeakAsync"/>, which may get other moments than these.</summary>
    /// <param name="due">The moments due, oldest first; never empty.</param>
    Task PrepareAsync(IReadOnlyList<DueMoment> due, CancellationToken token);
}
