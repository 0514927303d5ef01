using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Features.Pipeline;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Roles;

/// <summary>Wires who may do what, and the commands that change it.</summary>
internal static class RolesSetup
{
    public static IServiceCollection AddRoles(this IServiceCollection services)
    {
        services.AddOptions<RolesOptions>().BindConfiguration(RolesOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RolesOptions>, RolesOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RolesOptions>>().Value.Grants);
        services.AddSingleton<RoleBook>();
        services.AddSingleton<ServerClaims>();
        services.AddSingleton<ClaimCodes>();
        services.AddScoped<HolderNames>();
        services.AddScoped<RoleChanges>();
        services.AddScoped<PeopleChanges>();
        services.AddSingleton<KeepRoles>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepRoles>());
        return services;
    }

    public static IServiceCollection AddRoleCommands(this IServiceCollection services) => services
        .AddCommand<ListRoles>()
        .AddCommand<GrantRole>()
        .AddCommand<RevokeRole>()
        .AddCommand<JoinPeople>()
        .AddCommand<PartPeople>()
        .AddCommand<ClaimServer>();
}
