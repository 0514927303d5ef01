using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Deadlines;
using TalksBot.Features.Pipeline;

namespace TalksBot.Features.Alerts;

/// <summary>Wires what asks the desk for its word.</summary>
internal static class AlertsSetup
{
    public static IServiceCollection AddAlertCommands(this IServiceCollection services) => services
        .AddScoped<AskingPosts>()
        .AddScoped<OutcomeQuestions>()
        .AddScoped<Acknowledgements>()
        .AddScoped<RewordedAlerts>()
        .AddCommand<AcknowledgeAlert>()
        .AddCommand<SnoozeNudge>();
}
