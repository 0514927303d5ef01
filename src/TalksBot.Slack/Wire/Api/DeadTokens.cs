using System.Collections.Concurrent;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Remembers which tokens Slack no longer accepts.</summary>
internal sealed class DeadTokens
{
    private readonly ConcurrentDictionary<TokenKind, CredentialsDead> _dead = [];

    public CredentialsDead? Of(TokenKind kind) => _dead.GetValueOrDefault(kind);

    public void Add(TokenKind kind, CredentialsDead dead) => _dead[kind] = dead;
}
