using Microsoft.Extensions.Options;
using Npgsql;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Postgres;

/// <summary>The connection string of a PostgreSQL server.</summary>
internal sealed class PostgresConnection : IValidateOptions<StorageOptions>
{
    /// <summary>As it is used: what is not said in it is set so that a server or a network that went away is noticed within seconds.</summary>
    public static string Of(StorageOptions options)
    {
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString);

        // The driver's own ContainsKey is true of every key that there could be.
        var said = text.Keys.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        Set(nameof(text.ApplicationName), () => text.ApplicationName = "TalksBot");
        Set(nameof(text.Timeout), () => text.Timeout = 5);
        Set(nameof(text.CommandTimeout), () => text.CommandTimeout = 15);
        Set(nameof(text.KeepAlive), () => text.KeepAlive = 10);
        Set(nameof(text.TcpKeepAlive), () => text.TcpKeepAlive = true);
        Set(nameof(text.MaxPoolSize), () => text.MaxPoolSize = 20);

        // What is set is set for a transaction alone, so a session given back has nothing to be reset.
        Set(nameof(text.NoResetOnClose), () => text.NoResetOnClose = true);
        return text.ToString();

        void Set(string name, Action set)
        {
            if (!said.Contains(KeyOf(name)))
            {
                set();
            }
        }
    }

    /// <summary>Refuses one that cannot be read, or names no server or database; the password is never repeated.</summary>
    public ValidateOptionsResult Validate(string? name, StorageOptions options) => options.IsPostgres ? Look(options) : ValidateOptionsResult.Skip;

    private static ValidateOptionsResult Look(StorageOptions options)
    {
        const string Example = "\"Host=db.example.org;Database=talksbot;Username=talksbot\", and give the password in a file or in the environment";
        try
        {
            var text = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            return string.IsNullOrEmpty(text.Host) || string.IsNullOrEmpty(text.Database)
                ? ValidateOptionsResult.Fail($"{StorageOptions.Section}:ConnectionString names no server or no database; write for example {Example}.")
                : ValidateOptionsResult.Success;
        }
        catch (ArgumentException)
        {
            return ValidateOptionsResult.Fail($"{StorageOptions.Section}:ConnectionString cannot be read as one for PostgreSQL; write for example {Example}.");
        }
    }

    /// <summary>The driver names its keys with blanks: <c>Command Timeout</c>.</summary>
    private static string KeyOf(string property) => property switch
    {
        nameof(NpgsqlConnectionStringBuilder.ApplicationName) => "Application Name",
        nameof(NpgsqlConnectionStringBuilder.CommandTimeout) => "Command Timeout",
        nameof(NpgsqlConnectionStringBuilder.KeepAlive) => "Keepalive",
        nameof(NpgsqlConnectionStringBuilder.TcpKeepAlive) => "Tcp Keepalive",
        nameof(NpgsqlConnectionStringBuilder.MaxPoolSize) => "Maximum Pool Size",
        nameof(NpgsqlConnectionStringBuilder.NoResetOnClose) => "No Reset On Close",
        _ => property,
    };
}
