using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.LocalCommands;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>A database of its own and the bot on it, on the real clock with a platform that only remembers.</summary>
/// <param name="system">Which database system; null for the one of the environment, or SQLite.</param>
internal sealed class BenchDatabase(string? system = null) : IDisposable
{
    private readonly TestDatabase _database = new(system);

    private int _nodes;

    /// <summary>The file.</summary>
    public string File => _database.File;

    /// <summary>Its connection string.</summary>
    public string Connection => _database.Connection;

    /// <summary>The whole bot in this process, not yet started; it takes the commands of <c>say</c>. On a server each is a node of its own.</summary>
    /// <param name="more">What else it has; null for nothing.</param>
    public async Task<IHost> BuildAsync(Action<HostApplicationBuilder>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(_database.Settings).AddInMemoryCollection(NodeSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System));
        builder.Services.AddSingleton<RecordingPlatform>();
        builder.Services.AddSingleton<IPlatform>(services => services.GetRequiredService<RecordingPlatform>());
        builder.Services.AddStorage().AddDesk().AddWorker(TimeProvider.System, _database.IsPostgres ? Heartbeats.Shared : Heartbeats.Real).AddRehearsal();
        builder.Services.AddTerminalScreen(services => services.GetRequiredService<IOptions<DeskOptions>>().Value.WallClocks[0]);
        builder.Services.AddSingleton<RunLocalCommand>().AddHostedService<LocalCommandListener>();
        more?.Invoke(builder);
        var host = builder.Build();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(CancellationToken.None);
        return host;
    }

    private IEnumerable<KeyValuePair<string, string?>> NodeSettings() =>
        _database.IsPostgres ? [new($"{StorageOptions.Section}:{nameof(StorageOptions.Folder)}", Path.Combine(_database.Folder, $"node{_nodes++}"))] : [];

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
