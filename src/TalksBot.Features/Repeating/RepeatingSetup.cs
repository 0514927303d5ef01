using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Agenda;

namespace TalksBot.Features.Repeating;

/// <summary>Wires what plans the next of what repeats.</summary>
internal static class RepeatingSetup
{
    public static IServiceCollection AddRepeating(this IServiceCollection services) => services
        .AddScoped<FollowUps>()
        .AddScoped<IDueMomentHandler, NextDeadlineHandler>()
        .AddScoped<IDueMomentHandler, NextSessionHandler>();
}
