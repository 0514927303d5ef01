namespace TalksBot.Core.Commands;

/// <summary>
/// Which of several nodes answers what a person did. A platform that tells each of them, as Discord tells every session of a bot, is answered by the
/// one that took it first, and by another where that one died over it.
/// </summary>
public interface IInteractionClaims
{
    /// <summary>Takes it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="id">The platform's own number of it.</param>
    /// <param name="mustBeAnswered">True where, if another node has it, it is waited whether that one answers; false where nobody minds if none does.</param>
    /// <param name="token">Ends the wait.</param>
    Task<InteractionClaim> TryTakeAsync(string connection, string id, bool mustBeAnswered, CancellationToken token);

    /// <summary>The person has an answer, or has been told that there will be one.</summary>
    Task AnsweredAsync(string connection, string id, CancellationToken token);
}

/// <summary>Whose an interaction is.</summary>
public enum InteractionClaim
{
    /// <summary>This node's, and nobody else answers it.</summary>
    Own,

    /// <summary>Another node's.</summary>
    Another,

    /// <summary>Nobody can tell now: the platform decides, which takes one answer and no other.</summary>
    Undecided,
}
