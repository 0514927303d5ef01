using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Archive;
using TalksBot.Features.Pipeline;
using TalksBot.Storage;

namespace TalksBot.Features.Calendars;

/// <summary>Wires calendars to subscribe to.</summary>
internal static class CalendarsSetup
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddScoped<CalendarChannels>()
        .AddSingleton<KnownCalendarChannels>()
        .AddSingleton<CalendarParts>()
        .AddScoped(provider => new CalendarQuery(
            provider.GetRequiredService<TalksDb>(), provider.GetRequiredService<CalendarChannels>(), provider.GetRequiredService<Installation>(), provider.GetRequiredService<CalendarParts>()))
        .AddSingleton<CalendarSources>()
        .AddScoped<TakeSteps>()
        .AddCommand<ImportCalendar>()
        .AddCommand<AddCalendar>()
        .AddCommand<ListCalendars>()
        .AddCommand<RevokeCalendar>();
}
