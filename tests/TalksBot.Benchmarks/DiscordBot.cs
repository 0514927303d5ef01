using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Times;
using TalksBot.Discord;
using TalksBot.Discord.Commanding;
using TalksBot.Features;
using TalksBot.Features.Transactions;
using TalksBot.Simulators.Discord;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>The whole bot in this process, on one server of a simulated Discord.</summary>
internal static class DiscordBot
{
    /// <summary>Starts it and waits until it takes commands.</summary>
    public static async Task<IHost> StartAsync(TestDatabase database, DiscordSimulator discord, ulong guild)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            .. database.Settings,
            new($"{DiscordOptions.Section}:main:Token", discord.Token),
            new($"{DiscordOptions.Section}:main:ApiUrl", $"{discord.ApiUrl}"),
            new($"{DiscordOptions.Section}:main:GuildIds:0", $"{guild}"),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System));
        builder.Services.AddStorage().AddDesk().AddWorker(TimeProvider.System, Heartbeats.Real);
        builder.Services.AddDiscord(builder.Configuration).AddDiscordCommands();
        var host = builder.Build();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(CancellationToken.None);
        await host.StartAsync();
        while (!discord.HasSession || discord.Commands(guild).Count == 0)
        {
            await Task.Delay(10);
        }

        return host;
    }
}
