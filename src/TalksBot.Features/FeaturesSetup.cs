using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Features.Access;
using TalksBot.Features.Agenda;
using TalksBot.Features.Alerts;
using TalksBot.Features.Archive;
using TalksBot.Features.Calendars;
using TalksBot.Features.Checking;
using TalksBot.Features.Commands;
using TalksBot.Features.Commands.Completions;
using TalksBot.Features.Deadlines;
using TalksBot.Features.Digests;
using TalksBot.Features.Feeds;
using TalksBot.Features.Fetching;
using TalksBot.Features.Follows;
using TalksBot.Features.Jobs;
using TalksBot.Features.Nodes;
using TalksBot.Features.Outbox;
using TalksBot.Features.Pictures;
using TalksBot.Features.Pipeline;
using TalksBot.Features.Points;
using TalksBot.Features.Reading;
using TalksBot.Features.Reminders;
using TalksBot.Features.Repeating;
using TalksBot.Features.Roles;
using TalksBot.Features.Sessions;
using TalksBot.Features.Settings;
using TalksBot.Features.Talks;
using TalksBot.Features.Transactions;
using TalksBot.Features.Undoing;
using TalksBot.Features.Updates;
using TalksBot.Features.Upkeep;
using TalksBot.Features.Views;
using TalksBot.Features.Walls;

namespace TalksBot.Features;

/// <summary>Wires the use cases, the agenda and the outbox.</summary>
public static class FeaturesSetup
{
    /// <summary>What answering commands needs; enough for a process that runs one command and leaves.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSettings();
        services.AddRoles();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<RestoredCopy>();
        services.AddSingleton<CommandBook>();
        services.AddSingleton<ICommandDesk, CommandDesk>();
        services.AddSingleton<IButtonCommandStore, ButtonCommandStore>();
        services.AddSingleton<IPictures, DrawTimeline>();
        services.AddScoped<CommitEffects>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<CommandPipeline>();
        services.AddScoped<CommandJournal>();
        services.AddScoped<AgendaPlanner>();
        services.AddNews();
        services.AddUndoing();
        services.AddScoped<RecordLookup>();
        services.AddScoped<TalksNames>();
        services.AddScoped<CheckChannels>();
        services.AddSingleton<IPlaceWatch, WatchPlaces>();
        services.AddScoped<UnservedNames>();
        services.AddScoped<CheckDesk>();
        services.AddScoped<TalksHere>();
        services.AddScoped<FollowTerms>();
        services.AddScoped<PlanFollows>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<Handovers>();
        services.AddScoped<DigestParts>();
        services.AddScoped<BundledUpdates>();
        services.AddScoped<TakeArchive>();
        services.AddScoped<WriteArchive>();
        services.AddScoped<Installation>();
        services.AddBackups();
        return services.AddAccess().AddFetching().AddWalls().AddCalendars().AddViews().AddCompletions().AddCommands();
    }

    /// <summary>The desk's own settings, refused at the start where they are faulty.</summary>
    private static void AddSettings(this IServiceCollection services)
    {
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeskOptions>, DeskOptionsValidator>();
        services.AddSingleton<IValidateOptions<DeskOptions>, OperationsValidator>();
        services.AddSingleton<OperationsDesk>();
    }

    /// <summary>What writes posts and changes of posts to the outbox.</summary>
    private static void AddNews(this IServiceCollection services)
    {
        services.AddScoped<DeliveryQueue>();
        services.AddScoped<OperationsPosts>();
        services.AddScoped<HoldBack>();
        services.AddScoped<Bundles>();
        services.AddScoped<OperationsAlarms>();
        services.AddScoped<Threads>();
        services.AddScoped<WaitingDeliveries>();
        services.AddSingleton<ConnectionPosts>();
        services.AddSingleton<CommandLosses>();
        services.AddSingleton<IAlarm, OperationsNotifier>();
        services.AddScoped<FollowerNotifier>();
        services.AddScoped<MessageEditor>();
        services.AddScoped<LiveStatus>();
        services.AddScoped<AlertWatch>();
    }

    /// <summary>What makes the agenda fire and the outbox send.</summary>
    /// <param name="services">The services, with <see cref="AddDesk"/>, a database, a clock and platforms.</param>
    /// <param name="time">The clock of Quartz and of every timer.</param>
    /// <param name="heartbeats">How often to look for work nobody told of.</param>
    public static IServiceCollection AddWorker(this IServiceCollection services, TimeProvider time, Heartbeats heartbeats)
    {
        services.AddSingleton(heartbeats);
        services.AddSingleton<Pulse>();
        services.AddSingleton<WakeScheduler>();
        services.AddAgenda();
        services.AddScoped<OutboxTurn>().AddScoped<UsedPace>();
        services.AddScoped<Receipts>();
        services.AddScoped<Leases>();
        services.AddScoped<Outages>();
        services.AddSingleton<ProbeTimes>();
        services.AddScoped<LeasePosts>();
        services.AddScoped<LeaseChanges>();
        services.AddScoped<FollowingChanges>();
        services.AddScoped<LiveReplacement>();
        services.AddScoped<UnmadeChanges>();
        services.AddScoped<TellUnmadeChanges>();
        services.AddScoped<Alarms>();
        services.AddSingleton<ReplanWhenZonesChange>();
        services.AddHostedService<SameBots>().AddHostedService<ForgetImports>();
        services.AddHostedService<StartAgenda>();
        services.AddAgendaJobs(time, heartbeats);
        services.AddHostedService<KeepNode>();
        services.AddHostedService<SendDeliveries>();
        return services;
    }

    /// <summary>What spares the first alert after a start what the program does for the first time.</summary>
    /// <param name="services">The services, with those of <see cref="AddWorker"/> on a real clock.</param>
    public static IServiceCollection AddRehearsal(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton(new Rehearsed())).AddHostedService<RehearseAlerts>();

    private static IServiceCollection AddAgenda(this IServiceCollection services)
    {
        services.AddSingleton<AgendaRounds>().TryAddSingleton(Rehearsed.Already);
        services.AddTransient<IBeforeDispatch, CatchUp>();
        services.AddScoped<AgendaProcessor>().AddScoped<AlertRehearsal>().AddScoped<OutboxRehearsal>();
        services.AddScoped<FollowSlices>().TryAddSingleton(SliceSize.Usual);
        services.AddScoped<IDueMomentHandler, CountdownHandler>();
        services.AddScoped<IDueMomentHandler, SessionHandler>();
        services.AddScoped<IDueMomentHandler, SilenceHandler>();
        services.AddScoped<NudgePosts>();
        services.AddScoped<IDueMomentHandler, NudgeHandler>();
        services.AddScoped<IDueMomentHandler, SnoozeHandler>();
        services.AddScoped<IDueMomentHandler, DigestHandler>();
        services.AddScoped<IDueMomentHandler, EmbargoLiftHandler>();
        services.AddScoped<IDueMomentHandler, ApprovalExpiryHandler>();
        services.AddScoped<IDueMomentHandler, QuietEndHandler>();
        services.AddScoped<IDueMomentHandler, EscalationHandler>();
        services.AddScoped<IDueMomentHandler, PreflightHandler>();
        services.AddScoped<IDueMomentHandler, ReminderHandler>();
        services.AddRepeating();
        return services;
    }

    private static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddCommand<ShowDesk>()
        .AddTalksCommands()
        .AddUpdateCommands()
        .AddPointCommands()
        .AddFollowCommands()
        .AddFeeds()
        .AddAlertCommands()
        .AddCommand<UndoChange>()
        .AddCommand<CancelPreview>()
        .AddReadingCommands()
        .AddReminders()
        .AddRoleCommands();
}
