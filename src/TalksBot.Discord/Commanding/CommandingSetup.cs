using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Gateway;

namespace TalksBot.Discord.Commanding;

/// <summary>Puts Discord's commands into a host.</summary>
public static class CommandingSetup
{
    /// <summary>Takes commands on every connection that <see cref="DiscordSetup.AddDiscord"/> added; the host brings an <see cref="ICommandDesk"/>, an <see cref="IButtonCommandStore"/> and an <see cref="IAlarm"/>.</summary>
    public static IServiceCollection AddDiscordCommands(this IServiceCollection services)
    {
        services.TryAddSingleton<ButtonCommands>();
        services.TryAddSingleton<NamedGrants>();
        services.TryAddSingleton<PressesAnswered>();
        services.TryAddSingleton(new RoleGrants([]));
        services.TryAddSingleton<RoleBook>();
        services.TryAddSingleton<ServerClaims>();
        services.AddSingleton<ServedServers>();
        services.AddSingleton<ReplyMessage>();
        services.TryAddSingleton(new GatewayOptions());
        services.AddSingleton<SessionSurroundings>();
        services.AddSingleton<Callers>();
        services.AddSingleton<Forms>();
        services.AddSingleton<Answers>();
        services.AddSingleton<ButtonHandler>();
        services.AddSingleton<InteractionDispatcher>();
        services.AddSingleton<RegisterCommands>();
        services.AddHostedService<CommandSessions>();
        services.AddHostedService<LookUpNamedGrants>();
        return services;
    }
}
