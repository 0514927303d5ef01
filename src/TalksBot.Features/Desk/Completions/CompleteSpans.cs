using TalksBot.Core.Commands;
using TalksBot.Core.Times;

namespace TalksBot.Features.Desk.Completions;

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
