using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TalksBot.Storage.Opening;

/// <summary>Wires the database.</summary>
public static class StorageSetup
{
    /// <summary>Adds the record on SQLite, validated when the program starts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddPooledDbContextFactory<SqliteTalksDb>((provider, builder) => builder
            .UseSqlite(ConnectionString(provider.GetRequiredService<IOptions<StorageOptions>>().Value))
            .AddInterceptors(new SqliteManners()));
        services.AddScoped<TalksDb>(provider => provider.GetRequiredService<IDbContextFactory<SqliteTalksDb>>().CreateDbContext());
        services.AddSingleton<WriteGate>();
        services.AddSingleton<OpenDatabase>();
        return services;
    }

    /// <summary>
    /// A lock is waited for by SQLite itself, so the driver must have given up when SQLite does: a second round would double
    /// the wait. The driver's pool can hand one connection to two at once, which ends the process (decision 0013).
    /// </summary>
    private static string ConnectionString(StorageOptions options) =>
        new SqliteConnectionStringBuilder(options.ConnectionString) { DefaultTimeout = 4, Pooling = false }.ToString();
}
