using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>Turns due moments of one kind into deliveries, inside one transaction.</summary>
internal interface IClaim
{
    /// <summary>What it claims.</summary>
    MomentKind Kind { get; }

    /// <summary>Writes what these moments have to say.</summary>
    /// <param name="due">Due moments, oldest first; all of them are marked claimed afterwards.</param>
    /// <param name="now">The moment of the claim.</param>
    Task SpeakAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token);
}
