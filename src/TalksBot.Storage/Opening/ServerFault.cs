using System.Data.Common;

namespace TalksBot.Storage.Opening;

/// <summary>
/// Says in one sentence what is wrong with a PostgreSQL server and what to do. It goes by the codes alone
/// (https://www.postgresql.org/docs/15/errcodes-appendix.html), so that nothing of the driver is loaded where there is no server.
/// </summary>
internal static class ServerFault
{
    /// <summary>A row of that name is there already.</summary>
    public const string UniqueViolation = "23505";

    /// <summary>What is said of a server that does not answer.</summary>
    public const string Unreachable = "The database server does not answer; start it, or check the host, the port and the network, and try again.";

    /// <summary>True when the server took a change back for the sake of another: two met, or one held what the other waited for, and all of it can be made again.</summary>
    public static bool WasInTheWay(DbException fault) => fault.SqlState is "40001" or "40P01" or "57014";

    /// <summary>The sentence; null when the fault is a bug of ours.</summary>
    public static string? Explain(DbException fault) => fault.SqlState switch
    {
        null => fault.IsTransient || fault.InnerException is IOException or TimeoutException or System.Net.Sockets.SocketException ? Unreachable : null,
        "28P01" or "28000" => "The database server does not accept the user name or the password of TalksBot:Storage:ConnectionString; mend them there.",
        "3D000" => "The database named in TalksBot:Storage:ConnectionString does not exist on the server; create it, or name another.",
        "42501" => "The database user may not do that; grant it all rights on its database and on the schema that it uses.",
        "25006" => "The database server is read-only, as a replica is; give the address of the primary server.",
        "53100" => "The disk of the database server is full: nothing was changed; free some space there and try again.",
        "53300" => "The database server has no connection left; raise its max_connections, or lower Maximum Pool Size in TalksBot:Storage:ConnectionString.",
        "55P03" => "The database is held by another node; wait a moment, and try again.",
        "57014" or "25P03" => "The database server broke off a statement that took too long, and nothing was changed; try again.",
        "40001" or "40P01" => "Two changes met in the database, and this one was not made; try again.",
        "57P01" or "57P02" or "57P03" => "The database server is shutting down or starting up; nothing was changed, try again in a moment.",
        { } code when code.StartsWith("08", StringComparison.Ordinal) => Unreachable,
        ['5', '3' or '7' or '8', ..] or ['X', 'X', ..] => $"The database server has a trouble of its own ({fault.SqlState}), and nothing was changed; look into its log.",
        _ => null,
    };
}
