using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Features.Agenda;
using TalksBot.Features.Alerts;
using TalksBot.Features.Archive;
using TalksBot.Features.Checking;
using TalksBot.Features.Desk;
using TalksBot.Features.Desk.Completions;
using TalksBot.Features.Follows;
using TalksBot.Features.Outbox;
using TalksBot.Features.Pace;
using TalksBot.Features.Pictures;
using TalksBot.Features.Points;
using TalksBot.Features.Reading;
using TalksBot.Features.Roles;
using TalksBot.Features.Talks;
using TalksBot.Features.Undoing;
using TalksBot.Features.Updates;

namespace TalksBot.Features;

/// <summary>Wires the use cases, the agenda and the outbox.</summary>
public static class FeaturesSetup
{
    /// <summary>What answering commands needs; enough for a process that runs one command and leaves.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeskOptions>, DeskOptionsValidator>();
        services.AddSingleton<IValidateOptions<DeskOptions>, OperationsValidator>();
        services.AddSingleton<OperationsDesk>();
        services.AddRoles();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<CommandBook>();
        services.AddSingleton<ICommandDesk, CommandDesk>();
        services.AddSingleton<ILineShelf, StoredLines>();
        services.AddSingleton<IPictures, DrawTimeline>();
        services.AddScoped<CommitEffects>();
        services.AddScoped<DeskTurns>();
        services.AddScoped<CarryOut>();
        services.AddScoped<KeepAgenda>();
        services.AddNews();
        services.AddUndoing();
        services.AddScoped<Find>();
        services.AddScoped<NameTalks>();
        services.AddScoped<CheckChannels>();
        services.AddSingleton<IPlaceWatch, WatchPlaces>();
        services.AddScoped<UnservedNames>();
        services.AddScoped<CheckDesk>();
        services.AddScoped<TalksHere>();
        services.AddScoped<FollowTerms>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<Handovers>();
        services.AddScoped<DigestParts>();
        services.AddScoped<TakeArchive>();
        services.AddScoped<WriteArchive>();
        services.AddScoped<Installation>();
        return services.AddCompletions().AddCommands();
    }

    /// <summary>What writes posts and changes of posts to the outbox.</summary>
    private static void AddNews(this IServiceCollection services)
    {
        services.AddScoped<DeliveryQueue>();
        services.AddScoped<OperationsPosts>();
        services.AddScoped<HoldBack>();
        services.AddScoped<Bundles>();
        services.AddScoped<AlarmPosts>();
        services.AddScoped<WaitingDeliveries>();
        services.AddSingleton<ConnectionPosts>();
        services.AddSingleton<CommandLosses>();
        services.AddSingleton<IAlarm, RaiseAlarm>();
        services.AddScoped<Announce>();
        services.AddScoped<Rewrite>();
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
        services.AddSingleton<Wakes>();
        services.AddSingleton<ClaimRounds>();
        services.AddTransient<CatchUp>();
        services.AddScoped<ClaimDue>();
        services.AddScoped<CountdownPosts>();
        services.AddScoped<IClaim, ClaimCountdowns>();
        services.AddScoped<IClaim, ClaimSessions>();
        services.AddScoped<IClaim, ClaimSilences>();
        services.AddScoped<IClaim, ClaimNudges>();
        services.AddScoped<IClaim, ClaimDigests>();
        services.AddScoped<IClaim, ClaimLifts>();
        services.AddScoped<IClaim, ClaimApprovals>();
        services.AddScoped<IClaim, ClaimQuietEnds>();
        services.AddScoped<IClaim, ClaimEscalations>();
        services.AddScoped<IClaim, ClaimPreflights>();
        services.AddScoped<OutboxTurn>();
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
        services.AddHostedService<ForgetImports>();
        services.AddHostedService<StartAgenda>();
        services.AddAgendaJobs(time, heartbeats);
        services.AddHostedService<SendDeliveries>();
        return services;
    }

    private static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddTalksCommands()
        .AddUpdateCommands()
        .AddPointCommands()
        .AddFollowCommands()
        .AddAlertCommands()
        .AddCommand<UndoChange>()
        .AddCommand<CancelPreview>()
        .AddReadingCommands()
        .AddRoleCommands();
}
