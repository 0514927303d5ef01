using Shouldly;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Testing.WholeBot;
using Xunit;

namespace TalksBot.Testing;

/// <summary>
/// What a newsroom relies on, row by row, seen with a reader's eyes on one platform. A platform's tests inherit this class
/// and say how to set it up and what a reader would see.
/// </summary>
public abstract partial class DeskContract : IAsyncLifetime
{
    /// <summary>The talks of every row.</summary>
    protected const string Slug = "us-japan-autos";

    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 12, 0);

    private readonly SimulatedClock _clock = new(Start);
    private UnreliablePlatform _platform = null!;

    /// <summary>A channel that follows the talks.</summary>
    protected abstract ChannelAddress Channel { get; }

    /// <summary>Another channel that follows the talks.</summary>
    protected abstract ChannelAddress OtherChannel { get; }

    /// <summary>Whom a bulletin notifies, as typed in <c>mention:</c>.</summary>
    protected abstract string Mention { get; }

    /// <summary>The database system that the bot works on; null where it does not matter.</summary>
    protected virtual string? Database => null;

    /// <summary>The whole bot over this platform.</summary>
    protected TestBot Bot { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _platform = new UnreliablePlatform(await CreateAsync(_clock));
        Bot = await TestBot.StartAsync(_clock, new BotSurroundings { Others = [_platform], Database = Database });
        await Bot.DoAsync($"/talks open {Slug} \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
        await Bot.DoAsync($"/talks follow add {Slug} channel:{Channel} digest:none ladder:\"1h, 30m, 0\" mention:\"{Mention}\"");
        await Bot.DoAsync($"/talks follow add {Slug} channel:{OtherChannel} digest:none ladder:\"1h, 0\" priority:urgent");
        await Bot.DoAsync($"/talks deadline add {Slug} \"28 Jun 1995 23:59 EDT\" \"Tariffs on luxury cars\" consequence:\"100% tariffs\"");
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The platform, connected, with empty channels.</summary>
    protected abstract Task<IPlatform> CreateAsync(SimulatedClock clock);

    /// <summary>What a reader sees in the channel now, oldest first.</summary>
    protected abstract Task<IReadOnlyList<VisibleMessage>> VisibleMessagesAsync(ChannelAddress channel);

    /// <summary>Gives a command as somebody of the desk, without a preview.</summary>
    protected async Task<Reply> SayAsync(string line, string by = "Ann", Role role = Role.Chief)
    {
        var reply = await Bot.SayAsync(line, new Caller(by, role, Channel) { HasAgreed = true });
        await Bot.SettleAsync();
        return reply;
    }

    /// <summary>Gives a command that must not be refused.</summary>
    protected async Task<string> DoAsync(string line, string by = "Ann")
    {
        var reply = await SayAsync(line, by);
        reply.Refused.ShouldBeFalse($"{line}: {reply.Body.Heading}");
        return PostText.Write(reply.Body);
    }

    /// <summary>Records an update.</summary>
    protected Task<string> AddAsync(string text, string more = "") =>
        DoAsync($"/talks update add {Slug} \"{text}\" \"a senior US official\" tier:unnamed {more}");

    /// <summary>The texts a reader sees in a channel.</summary>
    protected async Task<IReadOnlyList<string>> TextsAsync(ChannelAddress channel) => [.. (await VisibleMessagesAsync(channel)).Select(message => message.Text)];
}
