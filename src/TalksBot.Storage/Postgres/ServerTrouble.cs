using Npgsql;

namespace TalksBot.Storage.Postgres;

/// <summary>What the server or the way to it is to blame for, so that it passes and is tried again; everything else is a bug of ours.</summary>
internal static class ServerTrouble
{
    /// <summary>True of such a fault; EF wraps what it takes for passing, and a connection that broke is not open any more.</summary>
    public static bool Is(Exception fault) => fault is NpgsqlException or TimeoutException or IOException
        || (fault is InvalidOperationException && (fault.InnerException is null ? fault is ObjectDisposedException : Is(fault.InnerException)));
}
