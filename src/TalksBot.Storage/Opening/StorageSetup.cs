using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Searching;
using TalksBot.Storage.Writing;

namespace TalksBot.Storage.Opening;

/// <summary>Wires the database.</summary>
public static class StorageSetup
{
    /// <summary>Adds the record on SQLite, validated when the program starts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton(provider => new SqliteConnectionInterceptor(ConnectionString(provider)));
        services.AddPooledDbContextFactory<SqliteTalksDb>((provider, builder) => builder
            .UseSqlite(ConnectionString(provider))
            .AddInterceptors(provider.GetRequiredService<SqliteConnectionInterceptor>()));
        services.AddScoped<TalksDb>(provider => provider.GetRequiredService<IDbContextFactory<SqliteTalksDb>>().CreateDbContext());
        services.AddScoped<RecordParts>();
        services.AddScoped<TalksOrder>();
        services.AddScoped<IRecordSearch, SqliteSearch>();
        services.AddScoped<StagedImport>();
        services.AddSingleton<WriteLock>();
        services.AddSingleton<OpenDatabase>();
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BackupOptions>, BackupOptionsValidator>();
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<RestoreDatabase>();
        services.AddSingleton<IBeforeUpgrade>(provider => new CopyBeforeUpgrade(new Lazy<BackupFolder>(provider.GetRequiredService<BackupFolder>), provider.GetRequiredService<IClock>()));
        return services;
    }

    /// <summary>
    /// A lock is waited for by SQLite itself, so the driver must have given up when SQLite does: a second round would double
    /// the wait. The file is made before the first connection, for its owner alone; a connection that made a new one in the place of
    /// one that was deleted would find no tables in it.
    /// </summary>
    private static string ConnectionString(IServiceProvider provider) =>
        new SqliteConnectionStringBuilder(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString) { DefaultTimeout = 4, Mode = SqliteOpenMode.ReadWrite }.ToString();
}
