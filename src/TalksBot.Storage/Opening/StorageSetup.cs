using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Postgres;
using TalksBot.Storage.Searching;
using TalksBot.Storage.Sqlite;
using TalksBot.Storage.Writing;

namespace TalksBot.Storage.Opening;

/// <summary>Wires the database.</summary>
public static class StorageSetup
{
    /// <summary>Adds the record on the database system that is configured; what belongs to the other is never loaded.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IValidateOptions<StorageOptions>, SqliteConnectionText>();
        services.AddSingleton<IValidateOptions<StorageOptions>, PostgresConnection>();
        services.AddScoped<RecordParts>();
        services.AddScoped<TalksOrder>();
        services.AddScoped<StagedImport>();
        services.AddSingleton<WriteLock>();
        AddSqlite(services);
        AddPostgres(services);
        services.AddSingleton<OpenDatabase>(provider => IsPostgres(provider) ? provider.GetRequiredService<PostgresDatabase>() : provider.GetRequiredService<SqliteDatabase>());
        services.AddScoped(provider => new ScratchDatabase(IsPostgres(provider) ? null : MemoryDatabase.OpenAsync));
        services.AddScoped<TalksDb>(provider => provider.GetRequiredService<ScratchDatabase>().Context ?? (IsPostgres(provider) ? PostgresContext(provider) : SqliteContext(provider)));
        services.AddScoped<IRecordSearch>(provider => IsPostgres(provider) ? new PostgresSearch(provider.GetRequiredService<TalksDb>()) : new SqliteSearch(provider.GetRequiredService<TalksDb>()));
        services.AddSingleton<NodeIdentity>();
        services.AddSingleton<ISendingRight>(provider => IsPostgres(provider) ? ActivatorUtilities.CreateInstance<PostgresSendingRight>(provider) : new SoleSender());
        services.AddSingleton<INodes>(provider => IsPostgres(provider) ? ActivatorUtilities.CreateInstance<PostgresNodes>(provider) : new NoNodes());
        services.AddSingleton<IInteractionClaims>(provider => IsPostgres(provider) ? ActivatorUtilities.CreateInstance<PostgresInteractionClaims>(provider) : new SoleAnswerer());
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BackupOptions>, BackupOptionsValidator>();

        // A server's database is copied by the server's own means.
        services.AddOptions<BackupOptions>().PostConfigure<IConfiguration>((backup, settings) => backup.At = StorageOptions.Of(settings).IsPostgres ? BackupOptions.Never : backup.At);
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<RestoreDatabase>();
        services.AddSingleton<IBeforeUpgrade>(provider => new CopyBeforeUpgrade(new Lazy<BackupFolder>(provider.GetRequiredService<BackupFolder>), provider.GetRequiredService<IClock>()));
        return services;
    }

    /// <summary>
    /// Begins to have the database library do what it does once in the life of a process, on another thread than that which goes on with the start.
    /// </summary>
    public static void WarmUp(StorageOptions options)
    {
        if (options.IsSqlite)
        {
            _ = Task.Run(MemoryDatabase.WarmUpAsync);
        }
    }

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton(provider => new SqliteConnectionInterceptor(SqliteConnectionText.Of(Options(provider))));
        services.AddPooledDbContextFactory<SqliteTalksDb>((provider, builder) => builder
            .UseSqlite(SqliteConnectionText.Of(Options(provider)))
            .AddInterceptors(provider.GetRequiredService<SqliteConnectionInterceptor>()));
        services.AddSingleton<SqliteDatabase>();
    }

    private static void AddPostgres(IServiceCollection services)
    {
        services.AddPooledDbContextFactory<PostgresTalksDb>((provider, builder) => builder.UseNpgsql(PostgresConnection.Of(Options(provider))));
        services.AddSingleton<SessionConnections>();
        services.AddSingleton<PostgresDatabase>();
    }

    private static SqliteTalksDb SqliteContext(IServiceProvider provider) => provider.GetRequiredService<IDbContextFactory<SqliteTalksDb>>().CreateDbContext();

    private static PostgresTalksDb PostgresContext(IServiceProvider provider) => provider.GetRequiredService<IDbContextFactory<PostgresTalksDb>>().CreateDbContext();

    private static bool IsPostgres(IServiceProvider provider) => Options(provider).IsPostgres;

    private static StorageOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value;
}
