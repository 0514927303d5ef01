namespace TalksBot.Storage.Postgres;

/// <summary>How long a node may hold up the others while it writes.</summary>
internal static class WriterLease
{
    /// <summary>So long a node that has begun to write may keep silent: stopped or cut off, its session is ended by the server.</summary>
    public const int IdleMilliseconds = 4_500;

    /// <summary>So long one statement of a change may take.</summary>
    public const int StatementMilliseconds = 10_000;
}
