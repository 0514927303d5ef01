using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Outages;

/// <summary>The founding night on a platform that can fail, with the terminal beside it for whoever runs the desk.</summary>
internal sealed class OutageDesk(RecordingPlatform chat, LoggedLines log, TestBot bot) : IAsyncDisposable
{
    /// <summary>When D1 falls.</summary>
    public static readonly Instant Zero = Instant.FromUtc(1995, 6, 29, 3, 59);

    public TestBot Bot { get; private set; } = bot;

    /// <summary>The platform.</summary>
    public RecordingPlatform Chat => chat;

    /// <summary>What the bot said in its log of what is sent.</summary>
    public IReadOnlyList<(LogLevel Level, string Line)> Log => log.OfOutbox;

    /// <summary>What operations were told at the terminal.</summary>
    public IReadOnlyList<Seen> Alarms => [.. Bot.Seen.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Alarm && !seen.Text.StartsWith("Outcome still", StringComparison.Ordinal))];

    public Instant Now => Bot.Clock.GetCurrentInstant();

    public static async Task<OutageDesk> OpenAsync(Instant now, string ladder, params string[] channels)
    {
        var clock = new SimulatedClock(now);
        var (chat, log) = (new RecordingPlatform(clock) { Name = "chat:main" }, new LoggedLines());
        var bot = await TestBot.StartAsync(clock, new BotSurroundings { Others = [chat], Log = log });
        await bot.DoAsync($"/talks open {FoundingNight.Slug} \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
        foreach (var channel in channels)
        {
            await bot.DoAsync($"/talks follow add {FoundingNight.Slug} channel:chat:main/{channel} digest:none ladder:\"{ladder}\"");
        }

        await bot.DoAsync($"/talks deadline add {FoundingNight.Slug} \"28 Jun 1995 23:59 EDT\" \"100% tariffs on Japanese luxury cars\"");
        return new OutageDesk(chat, log, bot);
    }

    /// <summary>Ends the process, and starts another one after some time; the platform goes on.</summary>
    public async Task RestartAsync(Duration after)
    {
        Bot = await Bot.RestartAsync(after);
        chat.Clock = Bot.Clock;
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    /// <summary>Nothing of a channel gets through, though the platform answers.</summary>
    public static Func<OutgoingPost, PostOutcome?> Refusing(params string[] channels) =>
        post => channels.Length == 0 || channels.Contains(post.Channel.Channel) ? new PostOutcome.Ambiguous("502") : null;
}
