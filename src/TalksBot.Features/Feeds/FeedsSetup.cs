using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TalksBot.Core.Commands;
using TalksBot.Features.Commands.Completions;
using TalksBot.Features.Pipeline;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Feeds;

/// <summary>Wires the news feeds.</summary>
public static class FeedsSetup
{
    /// <summary>Feeds are minutes apart, so half a minute is soon.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    /// <summary>What reads the feeds of a worker when they are due.</summary>
    /// <param name="services">The services, with those of the worker.</param>
    /// <param name="time">The clock of Quartz.</param>
    /// <param name="heartbeats">How often to look.</param>
    public static IServiceCollection AddFeedLooks(this IServiceCollection services, TimeProvider time, Heartbeats heartbeats)
    {
        var every = heartbeats.Agenda.ToTimeSpan();
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<FeedJob>(job => job.WithIdentity(FeedJob.Key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.WithIdentity("feeds-heartbeat", FeedJob.Key.Group).ForJob(FeedJob.Key).StartAt(time.GetUtcNow() + LookEvery)
                .WithSimpleSchedule(schedule => schedule.WithInterval(every > LookEvery ? every : LookEvery).RepeatForever()));
        });
        return services;
    }

    /// <summary>The commands about feeds and their leads, and what reads one.</summary>
    internal static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddScoped<FeedLookup>()
        .AddScoped<LeadPosts>()
        .AddScoped<TakeItems>()
        .AddScoped<KeepReading>()
        .AddSingleton<FeedRounds>()
        .AddKeyedScoped<ICompletion, CompleteFeeds>(ParameterKind.Feed)
        .AddKeyedScoped<ICompletion, CompleteFeeds>(ParameterKind.Lead)
        .AddCommand<AddFeed>()
        .AddCommand<ListFeeds>()
        .AddCommand<SetFeed>()
        .AddCommand<RemoveFeed>()
        .AddCommand<PublishLead>()
        .AddCommand<DismissLead>()
        .AddCommand<CorrectFromLead>();
}
