namespace TalksBot.Storage.Postgres;

/// <summary>The server's clock in SQL.</summary>
internal static class ServerClock
{
    /// <summary>Now, as instants are stored: ticks of 100 ns since 1970. It goes on within a transaction.</summary>
    public const string Now = "(extract(epoch FROM clock_timestamp()) * 10000000)::bigint";
}
