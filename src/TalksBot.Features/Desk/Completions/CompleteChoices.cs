using TalksBot.Core.Commands;

namespace TalksBot.Features.Desk.Completions;

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
