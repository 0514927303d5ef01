using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Covering;
using TalksBot.Features.Deadlines;
using TalksBot.Features.Opening;
using TalksBot.Features.Pipeline;
using TalksBot.Features.Sessions;

namespace TalksBot.Features.Talks;

/// <summary>Wires the commands about talks, their deadlines and their sessions.</summary>
internal static class TalksCommandsSetup
{
    public static IServiceCollection AddTalksCommands(this IServiceCollection services) => services
        .AddScoped<ComingUp>()
        .AddScoped<DeadlinePosts>()
        .AddScoped<FirstFollows>()
        .AddCommand<OpenTalks>()
        .AddCommand<ListTalks>()
        .AddCommand<ShowStatus>()
        .AddCommand<ShowNext>()
        .AddCommand<ConcludeTalks>()
        .AddCommand<SuspendTalks>()
        .AddCommand<ResumeTalks>()
        .AddCommand<CloseTalks>()
        .AddCommand<SetTalks>()
        .AddCommand<ReopenTalks>()
        .AddCommand<AddDeadline>()
        .AddCommand<SetDeadline>()
        .AddScoped<MoveAllDeadlines>()
        .AddCommand<MoveDeadline>()
        .AddCommand<MeetDeadline>()
        .AddCommand<LapseDeadline>()
        .AddCommand<WithdrawDeadline>()
        .AddScoped<CoverInput>()
        .AddScoped<Cover>()
        .AddCommand<CoverDeadline>()
        .AddCommand<ListDeadlines>()
        .AddCommand<ShowDeadlineHistory>()
        .AddCommand<AddSession>()
        .AddCommand<SetSession>()
        .AddCommand<MoveSession>()
        .AddScoped<SessionPosts>()
        .AddCommand<StartSession>()
        .AddCommand<EndSession>()
        .AddCommand<CancelSession>()
        .AddCommand<CoverSession>()
        .AddCommand<ListSessions>();
}
