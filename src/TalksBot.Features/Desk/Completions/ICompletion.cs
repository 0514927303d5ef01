using TalksBot.Core.Commands;

namespace TalksBot.Features.Desk.Completions;

/// <summary>Offers values of one kind of parameter.</summary>
internal interface ICompletion
{
    /// <summary>What may be meant, likeliest first; empty when nothing fits.</summary>
    Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token);
}
