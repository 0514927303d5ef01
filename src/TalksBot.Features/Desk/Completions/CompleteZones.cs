using TalksBot.Core.Commands;
using TalksBot.Core.Times;

namespace TalksBot.Features.Desk.Completions;

/// <summary>Places and time zones, with the clock as it stands there now.</summary>
internal sealed class CompleteZones(IClock clock) : ICompletion
{
    /// <summary>Few enough to read the clock of each at every letter.</summary>
    private const int Most = 25;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var names = ZoneNames.Read(ask.Typed) switch
        {
            ZoneReading.Known => ZoneNames.Holding(ask.Typed).Prepend(ask.Typed),
            ZoneReading.Ambiguous several => several.Options.Select(option => option.Zone.Id).Concat(ZoneNames.Holding(ask.Typed)),
            ZoneReading.Unknown unknown => ZoneNames.Holding(ask.Typed).Concat(unknown.Suggestions),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Task.FromResult<IReadOnlyList<Completion>>(
        [
            .. names.Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).Select(name => Describe(name, now)).OfType<Completion>(),
        ]);
    }

    private static Completion? Describe(string name, Instant now) => ZoneNames.Read(name) is ZoneReading.Known known
        ? new Completion($"{name} – {TimeWording.ClockTimeShort(now, known.Clock)} now ({known.Clock.Zone.Id})", name)
        : null;
}
