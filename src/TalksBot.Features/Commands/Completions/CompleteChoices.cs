using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Storage;

namespace TalksBot.Features.Commands.Completions;

/// <summary>The choices of a parameter, those beginning with what is typed first.</summary>
internal sealed class CompleteChoices : ICompletion
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token) => Task.FromResult<IReadOnlyList<Completion>>(
    [
        .. ask.Parameter.Choices
            .Where(ask.Matches)
            .OrderBy(choice => !choice.StartsWith(ask.Typed, StringComparison.OrdinalIgnoreCase))
            .Select(choice => new Completion(choice, choice)),
    ]);
}

/// <summary>Lengths of time: what is typed, or a bare number in every unit.</summary>
internal sealed class CompleteSpans : ICompletion
{
    private static readonly string[] Usual = ["1h", "6h", "12h", "24h", "2d", "7d"];

    /// <inheritdoc/>
    public Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token)
    {
        var typed = ask.Typed.Length == 0 ? Usual
            : ask.Typed.All(char.IsAsciiDigit) ? [$"{ask.Typed}h", $"{ask.Typed}m", $"{ask.Typed}d"]
            : new[] { ask.Typed };
        return Task.FromResult<IReadOnlyList<Completion>>([.. typed.Select(Read).OfType<Completion>()]);
    }

    private static Completion? Read(string typed) =>
        DurationText.TryParse(typed, out var span) ? new Completion(TimeWording.Span(span), DurationText.Write(span)) : null;
}

/// <summary>Talks by short name or title: names that begin so, then those followed here, open ones before closed.</summary>
internal sealed class CompleteTalks(TalksDb db) : ICompletion
{
    private const int Most = 25;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token)
    {
        var typed = ask.Typed.ToLowerInvariant();
        var channel = ask.Call.Caller.Channel;
        var ended = ask.Parameter.HasEnded;
        var found = await db.Negotiations
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database lowers the title, and it has one culture only.
            .Where(talks => typed == "" || talks.Slug.Contains(typed) || talks.Title.ToLower().Contains(typed))
#pragma warning restore CA1304, CA1311, CA1862, MA0011
            .OrderByDescending(talks => talks.Slug.StartsWith(typed))
            .ThenByDescending(talks => talks.Follows.Any(follow => follow.Channel == channel && follow.RemovedAt == null))
            .ThenBy(talks => ended != (talks.Status == TalksStatus.Closed || (ended && (talks.Status == TalksStatus.Agreed || talks.Status == TalksStatus.Collapsed))))
            .ThenBy(talks => talks.Slug)
            .Select(talks => new { talks.Slug, talks.Title })
            .Take(Most)
            .ToListAsync(token);
        return [.. found.Select(talks => new Completion($"{talks.Slug} – {talks.Title}", talks.Slug))];
    }
}

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

/// <summary>Offers values of one kind of parameter.</summary>
internal interface ICompletion
{
    /// <summary>What may be meant, likeliest first; empty when nothing fits.</summary>
    Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token);
}

/// <summary>A value being typed.</summary>
/// <param name="Parameter">The parameter it is for.</param>
/// <param name="Typed">What is typed so far, trimmed.</param>
/// <param name="Call">The command with the values its other parameters hold so far; required ones may be missing.</param>
internal sealed record CompletionAsk(ParameterSpec Parameter, string Typed, CommandCall Call)
{
    /// <summary>True when the text holds what is typed, in any case of letters.</summary>
    public bool Matches(string text) => text.Contains(Typed, StringComparison.OrdinalIgnoreCase);
}
