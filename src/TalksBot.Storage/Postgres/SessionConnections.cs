using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Postgres;

/// <summary>
/// Connections of their own, which nobody else gets: a session that holds a lock, or listens. A pooler between us and the server, such as PgBouncer,
/// may give every transaction another session; then there is nothing to hold and nothing to hear, and everything is found by looking.
/// </summary>
internal sealed partial class SessionConnections(IOptions<StorageOptions> options, ILogger<SessionConnections> log)
{
    private readonly string _text = new NpgsqlConnectionStringBuilder(PostgresConnection.Of(options.Value)) { Pooling = false }.ToString();
    private volatile bool _isPooled;

    /// <summary>True where a session is the server's own.</summary>
    public bool HaveLocks => !_isPooled;

    /// <summary>Opens one.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken token)
    {
        var connection = new NpgsqlConnection(_text);
        try
        {
            await connection.OpenAsync(token);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_backend_pid()";

            // A pooler gives every client a number of its own for cancelling; the server gives that of the process that serves it.
            var isPooled = await command.ExecuteScalarAsync(token) is int served && served != connection.ProcessID;
            if (isPooled && !_isPooled)
            {
                Pooled();
            }

            _isPooled = isPooled;
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A pooler stands between this node and the database server: a node that dies is followed after seconds instead of at once; connect to the server itself where you can")]
    private partial void Pooled();
}
