using TalksBot.Core.Commands;

namespace TalksBot.Storage.Nodes;

/// <summary>Where one worker has the database alone, it answers everything.</summary>
internal sealed class SoleAnswerer : IInteractionClaims
{
    /// <inheritdoc/>
    public Task<InteractionClaim> TryTakeAsync(string connection, string id, bool mustBeAnswered, CancellationToken token) => Task.FromResult(InteractionClaim.Own);

    /// <inheritdoc/>
    public Task AnsweredAsync(string connection, string id, CancellationToken token) => Task.CompletedTask;
}
