using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using TalksBot.Storage.Opening;
using Xunit.v3;

#pragma warning disable MA0045 // A database is made where a test's class is, before anything can be awaited.

namespace TalksBot.Testing.WholeBot;

/// <summary>
/// A PostgreSQL server for the tests of this process, on a port of its own on loopback, with everything in a folder that goes with it. It does not
/// wait for the disk unless asked to, since nothing of it has to outlive the tests; it counts statements and notes when each row was committed.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Template = "talksbot_template";

    private static readonly Lazy<PostgresServer?> Started = new(Start);

    private readonly DirectoryInfo _folder;
    private readonly string _programs;
    private int _databases;

    private PostgresServer(DirectoryInfo folder, string programs, int port)
    {
        (_folder, _programs, Port) = (folder, programs, port);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>True for a server that waits for the disk as one that people rely on; to be set before it is first asked for.</summary>
    public static bool IsDurable { get; set; }

    /// <summary>Where it listens on loopback.</summary>
    public int Port { get; }

    /// <summary>The server; the test is skipped, with how to get one, where this machine has none, and fails where all tests must run.</summary>
    public static PostgresServer Here
    {
        get
        {
            if (Started.Value is { } server)
            {
                return server;
            }

            const string Missing = "There is no PostgreSQL server on this machine; install it with: apt-get install postgresql";
            throw new InvalidOperationException(Environment.GetEnvironmentVariable("TALKSBOT_TEST_ALL") is "1" ? Missing : DynamicSkipToken.Value + Missing);
        }
    }

    /// <summary>Makes a database with everything in it that TalksBot needs, and nothing else.</summary>
    /// <returns>Its connection string.</returns>
    public string MakeDatabase()
    {
        var name = $"talksbot_{Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture)}";
        Run($"CREATE DATABASE {name} TEMPLATE {Template}");
        return ConnectionTo(name);
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public string MakeEmptyDatabase(string more = "")
    {
        var name = $"talksbot_{Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture)}";
        Run($"CREATE DATABASE {name} {more}");
        return ConnectionTo(name);
    }

    /// <summary>Takes a database away, whoever is connected to it.</summary>
    public void DropDatabase(string connection)
    {
        using (var own = new NpgsqlConnection(connection))
        {
            NpgsqlConnection.ClearPool(own);
        }

        Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <summary>Runs a statement as the server's owner.</summary>
    public void Run(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Of the tests themselves.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder.Exists)
        {
            Program("pg_ctl", ["stop", "-D", Data(_folder), "-m", "immediate"]);
            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }

    /// <summary>Stops it and starts it again, as when the machine of the server is restarted.</summary>
    public void Restart()
    {
        Program("pg_ctl", ["restart", "-w", "-D", Data(_folder), "-m", "fast", "-l", Path.Combine(_folder.FullName, "log")]);
        NpgsqlConnection.ClearAllPools();
    }

    private static PostgresServer? Start()
    {
        if (Programs() is not { } programs)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("talksbot-postgres-");
        var server = new PostgresServer(folder, programs, FreePort.Find());
        if (AsOther())
        {
            Execute("chown", ["postgres", folder.FullName]);
        }

        server.Program("initdb", ["-D", Data(folder), "-U", "talksbot", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        var port = server.Port.ToString(CultureInfo.InvariantCulture);
        var disk = IsDurable ? "" : "-c fsync=off -c full_page_writes=off";
        server.Program("pg_ctl", ["start", "-w", "-D", Data(folder), "-l", Path.Combine(folder.FullName, "log"), "-o", $"-p {port} -k {folder.FullName} {disk} -c max_connections=300 -c shared_buffers=64MB -c track_commit_timestamp=on -c shared_preload_libraries=pg_stat_statements"]);
        server.MakeTemplate();
        return server;
    }

    private void MakeTemplate()
    {
        Run($"CREATE DATABASE {Template}");
        var settings = new Dictionary<string, string?> { [$"{StorageOptions.Section}:Provider"] = StorageOptions.Postgres, [$"{StorageOptions.Section}:ConnectionString"] = ConnectionTo(Template), [$"{StorageOptions.Section}:Folder"] = _folder.FullName + "-node" };
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStorage()
            .BuildServiceProvider();
        services.GetRequiredService<OpenDatabase>().RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(services.GetRequiredService<IOptions<StorageOptions>>().Value.Folder, recursive: true);
    }

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = IPAddress.Loopback.ToString(),
        Port = Port,
        Database = database,
        Username = "talksbot",
        MaxPoolSize = 20,
    }.ToString();

    private static string Data(DirectoryInfo folder) => Path.Combine(folder.FullName, "data");

    /// <summary>Where the server's programs are: on the path, or where Debian puts them.</summary>
    private static string? Programs() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "initdb")));

    /// <summary>The server refuses to run as root; Debian's package brings a user for it.</summary>
    private static bool AsOther() => Environment.UserName is "root";

    private void Program(string name, IReadOnlyList<string> arguments)
    {
        var program = Path.Combine(_programs, name);
        if (AsOther())
        {
            Execute("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", program, .. arguments]);
        }
        else
        {
            Execute(program, arguments);
        }
    }

    /// <summary>What it writes goes nowhere: a server that it starts would keep a pipe open.</summary>
    private static void Execute(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
