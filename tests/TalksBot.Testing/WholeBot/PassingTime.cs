using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Times;
using TalksBot.Features.Pace;

namespace TalksBot.Testing.WholeBot;

/// <summary>Lets time pass in a bot whose clock you push.</summary>
public static class PassingTime
{
    /// <summary>What the host needs for it.</summary>
    public static IServiceCollection AddPassingTime(this IServiceCollection services) => services.AddSingleton<IdleDetector>();

    /// <summary>Pushes the clock to a moment, stopping at everything that falls due on the way until it is done.</summary>
    public static async Task PassAsync(this IServiceProvider bot, SimulatedClock clock, Instant to)
    {
        var stillness = bot.GetRequiredService<IdleDetector>();
        await stillness.WaitAsync(CancellationToken.None);
        while (await stillness.NextDueAsync(CancellationToken.None) is { } next && next <= to)
        {
            clock.AdvanceTo(next);
            await stillness.WaitAsync(CancellationToken.None);
        }

        clock.AdvanceTo(to);
        await stillness.WaitAsync(CancellationToken.None);
    }
}
