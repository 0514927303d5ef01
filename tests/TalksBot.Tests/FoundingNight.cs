using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>A bot that follows the founding talks, with D1 at 23:59 in Washington on 28 June 1995.</summary>
internal static class FoundingNight
{
    public const string Slug = "us-japan-autos";

    /// <summary>Starts it.</summary>
    /// <param name="now">Where the clock stands.</param>
    /// <param name="ladder">The ladder of every channel.</param>
    /// <param name="channels">The channels that follow, without digests.</param>
    public static async Task<TestBot> StartAsync(Instant now, string ladder, params string[] channels) =>
        await BeginAsync(await TestBot.StartAsync(now), ladder, channels);

    /// <summary>Has a bot follow the talks.</summary>
    /// <param name="bot">The bot, knowing nothing yet.</param>
    /// <param name="ladder">The ladder of every channel.</param>
    /// <param name="channels">The channels that follow, without digests.</param>
    public static async Task<TestBot> BeginAsync(TestBot bot, string ladder, params string[] channels)
    {
        await bot.DoAsync($"/talks open {Slug} \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
        foreach (var channel in channels)
        {
            await bot.DoAsync($"/talks follow add {Slug} channel:terminal:{channel} digest:none ladder:\"{ladder}\"");
        }

        await bot.DoAsync($"/talks deadline add {Slug} \"28 Jun 1995 23:59 EDT\" \"100% tariffs on Japanese luxury cars\"");
        return bot;
    }
}
