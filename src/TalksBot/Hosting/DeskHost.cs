using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.UserSecrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Discord;
using TalksBot.Discord.Commanding;
using TalksBot.Features;
using TalksBot.Features.Digests;
using TalksBot.Features.Feeds;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Features.Upkeep;
using TalksBot.LocalCommands;
using TalksBot.Mail;
using TalksBot.Slack;
using TalksBot.Slack.Commanding;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;
using TalksBot.Web;
using TalksBot.Web.Hosting;
using TalksBot.Webhook;

namespace TalksBot.Hosting;

/// <summary>The compositions of the program: the worker, a visitor for one command, a replay on a simulated clock.</summary>
internal static class DeskHost
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    private static readonly Chat[] Chats =
    [
        new(DiscordOptions.Section, (services, configuration) => services.AddDiscord(configuration), services => services.AddDiscordCommands()),
        new(SlackOptions.Section, (services, configuration) => services.AddSlack(configuration), services => services.AddSlackCommands()),
    ];

    /// <summary>The manifests from which platforms make an app for the bot: they come before any token, so no settings are needed.</summary>
    public static IReadOnlyList<IAppManifest> Manifests { get; } = [new SlackManifest()];

    /// <summary>Everything, on the real clock, with commands from standard input where the terminal takes part.</summary>
    /// <param name="database">The SQLite file; null for the configured one.</param>
    public static HostApplicationBuilder Worker(string? database)
    {
        var builder = Create(database, TimeProvider.System, out var time);
        var chats = AddPlatforms(builder, out var hasTerminal);
        if (hasTerminal)
        {
            builder.Services.AddTerminalCommands(provider => provider.GetRequiredService<OpenDatabase>().File + ".typed");
            ShareScreen(builder);
        }

        builder.Services.AddWorker(time, time is DatabaseClock ? Heartbeats.Shared : Heartbeats.Real);
        builder.Services.AddUpkeep(time).AddRehearsal();
        builder.Services.AddFeedLooks(time, time is DatabaseClock ? Heartbeats.Shared : Heartbeats.Real);
        builder.Services.AddSubscribedDigests(time);
        chats.ForEach(chat => chat.AddCommands(builder.Services));
        AddWeb(builder, WebPace.Usual);
        builder.Services.AddSingleton<DatabaseAlarm>();
        if (time is DatabaseClock)
        {
            builder.Services.AddHostedService<WatchServer>();
        }
        else
        {
            builder.Services.AddHostedService<WatchFile>();
        }

        builder.Services.AddHostedService<LocalCommandListener>();
        builder.Services.AddHostedService<SayReady>();
        builder.Services.AddHostedService<SayClaims>();
        builder.Services.AddHostedService<SettleMemory>();
        if (Telemetry.IsWanted)
        {
            Telemetry.Add(builder);
        }

        if (ServiceManager.IsThere)
        {
            builder.Services.AddHostedService<ServiceManager>();
        }

        return builder;
    }

    /// <summary>The desk without agenda and outbox: a worker beside it does the rest.</summary>
    /// <param name="database">The SQLite file; null for the configured one.</param>
    public static HostApplicationBuilder Visitor(string? database) => Visitor(database, []);

    /// <summary>The same with settings that go before all others.</summary>
    /// <param name="database">The SQLite file; null for the configured one.</param>
    /// <param name="settings">The settings.</param>
    public static HostApplicationBuilder Visitor(string? database, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Create(database, TimeProvider.System, out _);
        builder.Configuration.AddInMemoryCollection(settings);
        AddPlatforms(builder, out _);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        return builder;
    }

    /// <summary>Everything, on a clock that stands until it is told to move.</summary>
    /// <param name="database">The SQLite file.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="format">How posts are shown.</param>
    /// <param name="pace">How time passes on a wallboard; null for none.</param>
    public static HostApplicationBuilder Replay(string database, SimulatedClock clock, string format, WebPace? pace)
    {
        var builder = Create(database, clock, out _);
        builder.Configuration.AddInMemoryCollection([new($"{TerminalOptions.Section}:Format", format), new($"{TerminalOptions.Section}:Enabled", "true"), new($"{DeskOptions.Section}:OperationsChannel", "")]);
        AddTerminal(builder.Services);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddWorker(clock, Heartbeats.Simulated);
        if (pace is not null)
        {
            AddWeb(builder, pace);
        }

        return builder;
    }

    /// <summary>Builds the host and refuses faulty settings, all at once, before anything is opened or sent.</summary>
    public static IHost BuildChecked(this HostApplicationBuilder builder)
    {
        var host = builder.Build();
        host.Services.GetService<IStartupValidator>()?.Validate();
        return host;
    }

    /// <param name="database">The SQLite file; null for the configured database.</param>
    /// <param name="clock">The clock, where no server has one that all nodes go by.</param>
    /// <param name="time">The clock of everything.</param>
    private static HostApplicationBuilder Create(string? database, TimeProvider clock, out TimeProvider time)
    {
        // Settings are checked once, at the start; to watch the files would let half of a change in, and takes a watch of which servers have few.
        var settings = new ConfigurationManager();
        settings.AddInMemoryCollection([new("hostBuilder:reloadConfigOnChange", "false")]);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Configuration = settings });
        AddUserSecrets(builder);
        builder.Configuration.AddInMemoryCollection(SecretFiles.Read());
        if (database is not null)
        {
            // A file goes before a server that is configured; a fault in the settings stays one.
            IEnumerable<KeyValuePair<string, string?>> provider = StorageOptions.Of(builder.Configuration).IsPostgres ? [new($"{StorageOptions.Section}:Provider", StorageOptions.Sqlite)] : [];
            builder.Configuration.AddInMemoryCollection([.. provider, new($"{StorageOptions.Section}:ConnectionString", new SqliteConnectionStringBuilder { DataSource = database }.ToString())]);
        }

        var storage = StorageOptions.Of(builder.Configuration);
        StorageSetup.WarmUp(storage);
        AddLogs(builder.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        time = storage.IsPostgres && clock == TimeProvider.System ? new DatabaseClock() : clock;
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IClock>(time as IClock ?? new TimeProviderClock(time));
        builder.Services.AddStorage();
        builder.Services.AddDesk();
        builder.Services.AddSingleton<RunLocalCommand>();
        return builder;
    }

    /// <summary>What <c>dotnet user-secrets</c> keeps counts in every environment, after the settings' files and before the environment's variables.</summary>
    private static void AddUserSecrets(HostApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() || typeof(DeskHost).Assembly.GetCustomAttribute<UserSecretsIdAttribute>() is not { } id || !File.Exists(PathHelper.GetSecretsPathFromSecretsId(id.UserSecretsId)))
        {
            return;
        }

        var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
        var variables = sources.OfType<EnvironmentVariablesConfigurationSource>().Last();
        sources.Insert(sources.IndexOf(variables), new ConfigurationBuilder().AddUserSecrets(id.UserSecretsId).Sources[^1]);
    }

    /// <summary>Every platform that is configured; the terminal where it is asked for, or where there is no other.</summary>
    /// <returns>The chats among them, which bring commands too.</returns>
    private static List<Chat> AddPlatforms(HostApplicationBuilder builder, out bool hasTerminal)
    {
        var chats = Chats.Where(chat => IsConfigured(builder, chat.Section)).ToList();
        chats.ForEach(chat => chat.Add(builder.Services, builder.Configuration));
        var hasOther = builder.Services.Any(service => service.ServiceType == typeof(IPlatform));

        // Receivers of events bring no commands, so beside them the terminal still takes part.
        if (IsConfigured(builder, WebhookOptions.Section))
        {
            builder.Services.AddWebhooks(builder.Configuration);
        }

        if (IsConfigured(builder, MailOptions.Section) || IsConfigured(builder, MailSetup.PushSection))
        {
            AddOutsiders(builder);
        }

        var terminal = builder.Configuration.GetSection(TerminalOptions.Section).Get<TerminalOptions>() ?? new();
        hasTerminal = terminal.IsEnabled(hasOther);
        if (hasTerminal)
        {
            AddTerminal(builder.Services);
        }
        else
        {
            builder.Services.AddTerminalScreen(FirstClock);
        }

        return chats;
    }

    /// <summary>What browsers see. Where nothing is to listen, not even the library is loaded.</summary>
    private static void AddWeb(HostApplicationBuilder builder, WebPace pace)
    {
        if (builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() is null or { Enabled: true })
        {
            builder.Services.AddWeb(pace);
            builder.Services.AddHostedService<SayWall>();
        }
    }

    /// <summary>Mail and push, for people outside chat; not inlined, so that their library is loaded for this alone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddOutsiders(HostApplicationBuilder builder) => builder.Services.AddMail(builder.Configuration).AddPush(builder.Configuration);

    /// <summary>Whether there is anything about a platform in the configuration: of one that is not used not even the library is loaded.</summary>
    private static bool IsConfigured(HostApplicationBuilder builder, string section) => builder.Configuration.GetSection(section).Exists();

    private static void AddTerminal(IServiceCollection services) =>
        services.AddTerminal(provider => provider.GetRequiredService<OpenDatabase>().File + ".terminal.jsonl", FirstClock);

    /// <summary>At a person's terminal the log stands on the same screen as the line being typed, so it goes there the same way.</summary>
    private static void ShareScreen(HostApplicationBuilder builder)
    {
        var terminal = builder.Configuration.GetSection(TerminalOptions.Section).Get<TerminalOptions>() ?? new();
        if (!terminal.WritesJson && PersonsTerminal.IsHere(TerminalLook.Detect()))
        {
            var screen = new TerminalScreen(StandardOutput.Open());
            builder.Services.AddSingleton(screen);
            PersonsTerminal.TakeErrors(screen);
        }
    }

    private static WallClock FirstClock(IServiceProvider services) =>
        services.GetRequiredService<IOptions<DeskOptions>>().Value.WallClocks[0];

    /// <summary>Standard output belongs to the terminal platform, so logs go to standard error.</summary>
    private static void AddLogs(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        if (ServiceManager.IsThere)
        {
            // With the priority that the journal reads from each line.
            logging.AddSystemdConsole();
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.ColorBehavior = TerminalLook.Detect().Colour ? LoggerColorBehavior.Default : LoggerColorBehavior.Disabled;
            });
        }

        logging.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);

        // Every fault of the database reaches a boundary of ours, which puts it into a sentence.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
    }

    /// <summary>A platform whose people give commands.</summary>
    /// <param name="Section">Its settings.</param>
    /// <param name="Add">Has it post.</param>
    /// <param name="AddCommands">Has it take commands.</param>
    private sealed record Chat(string Section, Action<IServiceCollection, IConfiguration> Add, Action<IServiceCollection> AddCommands);
}
