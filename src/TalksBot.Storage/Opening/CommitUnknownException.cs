namespace TalksBot.Storage.Opening;

/// <summary>The disk failed while a change was being committed, so nobody knows yet whether it holds; the message says so in one sentence.</summary>
public sealed class CommitUnknownException : Exception
{
    /// <summary>With no sentence; never used, but expected of every exception.</summary>
    public CommitUnknownException()
    {
    }

    /// <summary>With the sentence.</summary>
    public CommitUnknownException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence and what caused it.</summary>
    public CommitUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
