using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Commanding;

/// <summary>Puts Slack's commands into a host.</summary>
public static class CommandingSetup
{
    /// <summary>Takes commands on every connection that <see cref="SlackSetup.AddSlack"/> added; the host brings an <see cref="ICommandDesk"/>, an <see cref="IButtonCommandStore"/> and an <see cref="IAlarm"/>.</summary>
    public static IServiceCollection AddSlackCommands(this IServiceCollection services)
    {
        services.TryAddSingleton<PressesAnswered>();
        services.TryAddSingleton(new RoleGrants([]));
        services.TryAddSingleton<RoleBook>();
        services.TryAddSingleton(new SocketOptions());
        services.AddSingleton<SessionSurroundings>();
        services.AddSingleton<MissingScopes>();
        services.TryAddSingleton<ButtonCommands>();
        services.TryAddSingleton<NamedGrants>();
        services.TryAddSingleton<CommandBoundary>();
        services.AddSingleton<People>();
        services.AddSingleton<Callers>();
        services.AddSingleton<Forms>();
        services.AddSingleton<ReplyAttachments>();
        services.AddSingleton<ReplyMessage>();
        services.AddSingleton<HomeTab>();
        services.AddSingleton<Answers>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<ButtonHandler>();
        services.AddSingleton<SentForms>();
        services.AddSingleton<WorkspaceEvents>();
        services.AddSingleton<MessageWords>();
        services.AddSingleton<MessageShortcuts>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<InteractionDispatcher>();
        services.AddSingleton<GuardedHandler>();
        services.AddHostedService<CommandSessions>();
        services.AddHostedService<CommandListener>();
        services.AddHostedService<LookUpNamedGrants>();
        return services;
    }
}
