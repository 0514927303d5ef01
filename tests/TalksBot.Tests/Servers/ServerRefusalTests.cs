using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Nodes;
using TalksBot.Tests.Processes;

namespace TalksBot.Tests.Servers;

/// <summary>A database server that would not keep its word is refused in one sentence, before anything is sent.</summary>
[Collection(nameof(NodesTests))]
public sealed class ServerRefusalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talksbot-").FullName;
    private readonly List<string> _databases = [];

    [Fact]
    public async Task A_server_that_may_forget_what_it_confirmed()
    {
        var database = Make("ALTER DATABASE {0} SET synchronous_commit = off");

        (await RefusedAsync(database)).ShouldContain("synchronous_commit=off");
    }

    [Fact]
    public async Task A_replica()
    {
        var database = Make("ALTER DATABASE {0} SET default_transaction_read_only = on");

        (await RefusedAsync(database)).ShouldContain("read-only");
    }

    [Fact]
    public async Task A_database_of_a_newer_version()
    {
        var database = Made(PostgresServer.Here.MakeDatabase());
        await RunAsync(database, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99')");

        (await RefusedAsync(database)).ShouldContain("newer TalksBot");
    }

    [Fact]
    public async Task A_database_with_a_table_missing()
    {
        var database = Made(PostgresServer.Here.MakeDatabase());
        await RunAsync(database, "DROP TABLE \"Handovers\"");

        (await RefusedAsync(database)).ShouldContain("Handovers is missing");
    }

    [Fact]
    public async Task A_database_that_cannot_keep_all_letters()
    {
        var database = Made(PostgresServer.Here.MakeEmptyDatabase("ENCODING 'SQL_ASCII' TEMPLATE template0"));

        (await RefusedAsync(database)).ShouldContain("UTF-8");
    }

    [Fact]
    public async Task A_database_that_is_not_there()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(Make()) { Database = "nowhere" }.ToString();

        (await RefusedAsync(nowhere)).ShouldContain("does not exist");
    }

    [Fact]
    public async Task A_user_who_is_not_let_in()
    {
        var stranger = new NpgsqlConnectionStringBuilder(Make()) { Username = "nobody", Password = "s3cr3t" }.ToString();

        var sentence = await RefusedAsync(stranger);
        sentence.ShouldContain("does not accept the user name or the password");
        sentence.ShouldNotContain("s3cr3t");
    }

    [Fact]
    public async Task A_server_that_is_down_is_waited_for_and_then_ends_the_program()
    {
        var nowhere = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = 1, Database = "talksbot", Username = "talksbot" }.ToString();
        var surroundings = new Surroundings
        {
            Environment = new Dictionary<string, string>
            {
                ["TalksBot__Storage__Provider"] = StorageOptions.Postgres,
                ["TalksBot__Storage__ConnectionString"] = nowhere,
                ["TalksBot__Storage__WaitFor"] = "6s",
            },
        };

        var ran = await BotProcess.RunAloneAsync(_folder, surroundings, "run");

        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldContain("it is waited for, 6 s at most");
        ran.Error.ShouldContain("The database server does not answer");
    }

    [Theory]
    [InlineData("Host=db", "names no server or no database")]
    [InlineData("Data Source=talks.db", "cannot be read as one for PostgreSQL")]
    [InlineData("Host=db;Database=talks;Password=s3cr3t;Nonsense=1", "cannot be read as one for PostgreSQL")]
    public async Task A_connection_string_that_says_too_little(string text, string sentence)
    {
        var surroundings = new Surroundings
        {
            Environment = new Dictionary<string, string> { ["TalksBot__Storage__Provider"] = StorageOptions.Postgres, ["TalksBot__Storage__ConnectionString"] = text },
        };

        var ran = await BotProcess.RunAsync(_folder, surroundings, "check");

        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldContain(sentence);
        ran.Error.ShouldNotContain("s3cr3t");
    }

    /// <summary>Each finds no tables; one makes them, and the others find them made.</summary>
    [Fact]
    public async Task Nodes_that_start_together_on_an_empty_database_make_its_tables_once()
    {
        var database = Make();
        await using var one = Services(database);
        await using var two = Services(database);
        await using var three = Services(database);

        await Task.WhenAll(new[] { one, two, three }.Select(node => Task.Run(() => node.GetRequiredService<OpenDatabase>().RunAsync(TestContext.Current.CancellationToken))));
    }

    public void Dispose()
    {
        _databases.ForEach(PostgresServer.Here.DropDatabase);
        Directory.Delete(_folder, recursive: true);
    }

    private string Make(string? then = null)
    {
        var database = Made(PostgresServer.Here.MakeEmptyDatabase());
        if (then is not null)
        {
            PostgresServer.Here.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, then, new NpgsqlConnectionStringBuilder(database).Database));
        }

        return database;
    }

    private string Made(string database)
    {
        _databases.Add(database);
        return database;
    }

    private static async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Of the test itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> RefusedAsync(string database)
    {
        await using var services = Services(database);
        var refused = await Should.ThrowAsync<StorageRefusedException>(() => services.GetRequiredService<OpenDatabase>().RunAsync(TestContext.Current.CancellationToken));
        refused.Message.ShouldNotContain('\n');
        return refused.Message;
    }

    private ServiceProvider Services(string database) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            [
                new($"{StorageOptions.Section}:Provider", StorageOptions.Postgres),
                new($"{StorageOptions.Section}:ConnectionString", database),
                new($"{StorageOptions.Section}:Folder", _folder),
                new($"{StorageOptions.Section}:WaitFor", "0s"),
            ]).Build())
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddStorage()
        .BuildServiceProvider();
}
