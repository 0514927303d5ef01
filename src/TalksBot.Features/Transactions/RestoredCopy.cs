using Microsoft.Extensions.DependencyInjection;
using TalksBot.Storage;

namespace TalksBot.Features.Transactions;

/// <summary>
/// Whether this database took the place of another, which went on after the copy was made: what fell due until then may have been told
/// already, and nobody knows (decision 0025).
/// </summary>
internal sealed class RestoredCopy(IServiceScopeFactory scopes)
{
    private Instant _at = Instant.MinValue;

    /// <summary>Reads it from the database; to be done before anything of the agenda fires.</summary>
    public async Task LoadAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        _at = await scope.ServiceProvider.GetRequiredService<TalksDb>().RecallMomentAsync(Fact.RestoredAt, token) ?? _at;
    }

    /// <summary>True of what was due when the other database may still have told it.</summary>
    public bool MayHaveTold(Instant dueAt) => dueAt <= _at;
}
