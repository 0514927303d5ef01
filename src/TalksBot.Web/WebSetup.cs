using Microsoft.Extensions.DependencyInjection;
using TalksBot.Web.Api;
using TalksBot.Web.Calendars;
using TalksBot.Web.Health;
using TalksBot.Web.Hosting;
using TalksBot.Web.Walls;

namespace TalksBot.Web;

/// <summary>Wires what browsers see.</summary>
public static class WebSetup
{
    /// <summary>Adds it to a worker.</summary>
    /// <param name="services">The services, with those of the desk and of the worker.</param>
    /// <param name="pace">How time passes.</param>
    public static IServiceCollection AddWeb(this IServiceCollection services, WebPace pace)
    {
        services.AddSingleton(pace);
        services.AddSingleton<OwnWall>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<WallAssets>();
        services.AddSingleton<WallFeed>();
        services.AddSingleton<IWebRoutes, WallRoutes>();
        services.AddSingleton<CalendarShelf>();
        services.AddSingleton<IWebRoutes, CalendarRoutes>();
        services.AddSingleton<IWebRoutes, HealthRoutes>();
        services.AddSingleton<ApiReads>();
        services.AddSingleton<ApiChanges>();
        services.AddSingleton<ApiRoutes>();
        services.AddSingleton<IWebRoutes>(provider => provider.GetRequiredService<ApiRoutes>());
        services.AddSingleton<WebServer>();
        services.AddSingleton(provider => new Lazy<WebServer>(provider.GetRequiredService<WebServer>));
        services.AddSingleton<WebDoor>();
        services.AddSingleton<IWebAddress>(provider => provider.GetRequiredService<WebDoor>());
        services.AddHostedService(provider => provider.GetRequiredService<WebDoor>());
        return services;
    }
}
