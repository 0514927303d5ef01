using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Tests.Records;

/// <summary>A new file is made by one script, and is the same as one that has had every migration.</summary>
public sealed class NewDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talksbot-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_file_is_what_all_migrations_make()
    {
        var made = await OpenAsync("made.db", _ => Task.CompletedTask);
        var migrated = await OpenAsync("migrated.db", db => db.Database.MigrateAsync(Token));

        made.ShouldBe(migrated, "write the script anew, as CONTRIBUTING.md says");
        made.Count(line => line.EndsWith("_ChangesAsData", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_whose_making_was_killed_half_way_is_brought_to_its_end()
    {
        var made = await OpenAsync("made.db", _ => Task.CompletedTask);
        var half = await OpenAsync("half.db", db => db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().ElementAt(3), Token));

        half.ShouldBe(made);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <returns>What the file is made of, and its migrations, once the program has opened it.</returns>
    private async Task<List<string>> OpenAsync(string name, Func<TalksDb, Task> before)
    {
        var file = Path.Combine(_folder, name);
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new($"{StorageOptions.Section}:ConnectionString", $"Data Source={file}")])
                .Build())
            .AddSingleton<IClock>(new FakeClock(NodaConstants.UnixEpoch))
            .AddStorage()
            .BuildServiceProvider(validateScopes: true);
        await PrivateFiles.PrepareAsync(file);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        await before(db);
        await services.GetRequiredService<OpenDatabase>().RunAsync(Token);
        return
        [
            .. await db.Database.SqlQuery<string>($"""SELECT "type" || ' ' || "name" || ' ' || coalesce("sql", '') AS "Value" FROM sqlite_master WHERE "name" <> '__EFMigrationsLock' ORDER BY "type", "name" """).ToListAsync(Token),
            .. await db.Database.SqlQuery<string>($"""SELECT "MigrationId" AS "Value" FROM "__EFMigrationsHistory" ORDER BY 1""").ToListAsync(Token),
        ];
    }
}
