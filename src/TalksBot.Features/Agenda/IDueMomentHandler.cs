using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>Turns due moments of one kind into deliveries, inside one transaction.</summary>
internal interface IDueMomentHandler
{
    /// <summary>What it claims.</summary>
    MomentKind Kind { get; }

    /// <summary>Tells whoever follows the talks: the follows that are to be told are read before, and it tells those and no others.</summary>
    bool TellsFollows => false;

    /// <summary>
    /// Writes what these moments have to say. Talks that it changes in a way on which the agenda depends are planned anew afterwards, so it must
    /// have read their head.
    /// </summary>
    /// <param name="due">Due moments, oldest first; all of them are marked as told afterwards.</param>
    /// <param name="now">The moment of the claim.</param>
    Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token);
}

/// <summary>A claim that asks the world outside before its transaction begins, so that nobody waits for a platform to answer.</summary>
internal interface IPrepare
{
    /// <summary>Asks; what is answered is kept for <see cref="IDueMomentHandler.HandleAsync"/>, which may get other moments than these.</summary>
    /// <param name="due">The moments due, oldest first; never empty.</param>
    Task PrepareAsync(IReadOnlyList<DueMoment> due, CancellationToken token);
}
