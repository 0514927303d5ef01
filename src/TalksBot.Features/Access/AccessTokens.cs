using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Access;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Access;

/// <summary>The tokens that open doors on the web, and their changes; whoever is inside by one that is revoked is put out at once.</summary>
internal sealed class AccessTokens(TalksDb db, CommitEffects effects)
{
    /// <summary>The tokens of a door, the newest first.</summary>
    public async Task<IReadOnlyList<AccessToken>> OfAsync(AccessKind kind, CancellationToken token) =>
        await db.AccessTokens.AsNoTracking().Where(known => known.Kind == kind).OrderByDescending(known => known.Id).ToListAsync(token);

    /// <summary>The token of a door that a command names, such as <c>W3</c>; null for none.</summary>
    public Task<AccessToken?> NamedAsync(AccessKind kind, string name, CancellationToken token)
    {
        var typed = name.Trim().TrimStart(kind.Letter(), char.ToLowerInvariant(kind.Letter()));
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? db.AccessTokens.SingleOrDefaultAsync(known => known.Id == id && known.Kind == kind, token)
            : Task.FromResult<AccessToken?>(null);
    }

    /// <summary>Makes one.</summary>
    /// <returns>The token, and its secret, which is told this once.</returns>
    public async Task<(AccessToken Made, string Secret)> MakeAsync(AccessScope scope, string label, Stamp stamp, CancellationToken token)
    {
        var secret = AccessSecret.Draw();
        var made = new AccessToken(AccessSecret.Hash(secret), scope, label, stamp);
        db.AccessTokens.Add(made);

        // Its row is its name.
        await db.SaveChangesAsync(token);
        db.Changes.Add(new Change(stamp, made.Name, ChangeVerb.Issued, ChangeValue.None, ChangeValue.Of(label)));
        return (made, secret);
    }

    /// <summary>It opens nothing from now on.</summary>
    public void Revoke(AccessToken known, Stamp stamp)
    {
        db.Changes.Add(new Change(stamp, known.Name, ChangeVerb.Revoked, ChangeValue.Of(known.Label), ChangeValue.None));
        db.AccessTokens.Remove(known);
        effects.Changed();
    }
}

/// <summary>Who may come in.</summary>
public sealed class AccessQuery
{
    private static readonly StandingQuery<string, AccessToken?> ByHash = new((db, hash, _) => db.AccessTokens.AsNoTracking().SingleOrDefault(known => known.Hash == hash));

    private readonly TalksDb _db;

    internal AccessQuery(TalksDb db) => _db = db;

    /// <summary>
    /// What a secret opens; null where it opens nothing. What is asked behind the door afterwards, until the end of the scope, needs not connect anew.
    /// </summary>
    /// <param name="kind">The door; null for whichever it opens.</param>
    /// <param name="secret">What was given as such.</param>
    public async Task<OpenDoor?> FindAsync(AccessKind? kind, string? secret, CancellationToken token)
    {
        if (!AccessSecret.IsOne(secret))
        {
            return null;
        }

        await _db.Database.OpenConnectionAsync(token);
        return await ByHash.RunAsync(_db, AccessSecret.Hash(secret!), token) is { } found && (kind is null || found.Kind == kind)
            ? new OpenDoor(found.Id, found.Scope) { Label = found.Label }
            : null;
    }

    /// <summary>The rows of the tokens that hold.</summary>
    public async Task<IReadOnlySet<int>> HoldingAsync(CancellationToken token) =>
        (await _db.AccessTokens.Select(known => known.Id).ToListAsync(token)).ToHashSet();
}

/// <summary>A door that a token has opened.</summary>
/// <param name="Token">The token's row.</param>
/// <param name="Scope">What is behind it.</param>
public sealed record OpenDoor(int Token, AccessScope Scope)
{
    /// <summary>What the token is called; empty for nothing.</summary>
    public string Label { get; init; } = "";

    /// <summary>The token's number as commands and the audit name it, such as <c>A5</c>.</summary>
    public string Name => AccessKinds.Name(Scope.Kind, Token);
}
