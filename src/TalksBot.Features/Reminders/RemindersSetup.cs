using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Pipeline;

namespace TalksBot.Features.Reminders;

/// <summary>Wires what people are told alone.</summary>
internal static class RemindersSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddScoped<ReminderBook>()
        .AddScoped<DirectMessages>()
        .AddCommand<RemindMe>();
}
