namespace TalksBot.Storage.Opening;

/// <summary>The database cannot be used as it is; the message is one sentence for the person at the keyboard.</summary>
public sealed class StorageRefusedException : Exception
{
    /// <summary>With no sentence; never used, but expected of every exception.</summary>
    public StorageRefusedException()
    {
    }

    /// <summary>With the sentence.</summary>
    public StorageRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence and what caused it.</summary>
    public StorageRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
