using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Outsiders;

/// <summary>Who outside chat hears of what a person must mend.</summary>
public sealed class LastResortTests
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 12, 0);
    private static readonly ChannelAddress Ops = new("mail", "", "ops@example.org");
    private static readonly ChannelAddress Phone = new("push", "", "topic");

    [Fact]
    public async Task They_hear_that_the_connection_of_the_operations_channel_is_gone_and_that_it_is_back()
    {
        await using var desk = await OutsidersDesk.OpenAsync();
        desk.Chat.IsDown = true;
        await desk.Bot.DoAsync($"/talks update add {FoundingNight.Slug} \"They met\" \"a senior US official\" tier:unnamed");
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(2));

        desk.Mail.Seen.ShouldHaveSingleItem().Text.ShouldStartWith("chat:main stopped answering");
        desk.Push.Seen.ShouldHaveSingleItem().Text.ShouldStartWith("chat:main stopped answering");

        desk.Chat.IsDown = false;
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(1));

        desk.Mail.Seen.Count.ShouldBe(2);
        desk.Mail.Seen[1].Text.ShouldStartWith("chat:main takes posts again");
    }

    [Fact]
    public async Task They_hear_of_a_channel_that_would_fail_an_hour_before_a_deadline_and_of_a_post_that_was_given_up()
    {
        await using var desk = await OutsidersDesk.OpenAsync();
        desk.Chat.CheckTrouble = channel => channel.Channel == "room" ? new ChannelCheck.Faulty("The bot was thrown out.", "Invite it again.") : null;
        desk.Chat.Trouble = post => post.Channel.Channel == "room" ? new PostOutcome.NotAllowed("The bot was thrown out.", "Invite it again.") : null;

        await desk.Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 30));

        desk.Mail.Seen.Select(seen => seen.Channel).Distinct().ShouldBe(["ops@example.org"]);
        desk.Mail.Seen[0].Text.ShouldContain("chat:main/room");
        desk.Mail.Seen[0].Text.ShouldContain("Invite it again.");
        desk.Mail.Seen.Count.ShouldBe(desk.Chat.Seen.Count(seen => seen.Channel == "ops"));
    }

    [Fact]
    public async Task A_mail_server_that_is_away_holds_up_nothing_and_gets_everything_later_once()
    {
        await using var desk = await OutsidersDesk.OpenAsync();
        desk.Mail.IsDown = true;
        desk.Chat.Trouble = post => post.Channel.Channel == "room" ? new PostOutcome.Rejected("It is too long.") : null;

        await desk.Bot.DoAsync($"/talks update add {FoundingNight.Slug} \"They met\" \"a senior US official\" tier:unnamed");
        await desk.Bot.SettleAsync();
        desk.Chat.Seen.Where(seen => seen.Channel == "other").ShouldHaveSingleItem();
        desk.Chat.Seen.Where(seen => seen.Channel == "ops").ShouldHaveSingleItem().Text.ShouldStartWith("Not delivered to chat:main/room");

        await desk.Bot.AdvanceAsync(Duration.FromMinutes(2));
        desk.Chat.Seen.Count(seen => seen.Channel == "ops" && seen.Text.StartsWith("mail stopped answering", StringComparison.Ordinal)).ShouldBe(1);
        desk.Mail.IsDown = false;
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(1));

        desk.Mail.Seen.Count(seen => seen.Text.Contains("Not delivered to chat:main/room", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Alarms_that_fail_do_not_go_on_about_each_other()
    {
        await using var desk = await OutsidersDesk.OpenAsync();
        desk.Mail.Trouble = _ => new PostOutcome.Rejected("No.");
        desk.Push.Trouble = _ => new PostOutcome.Rejected("No.");
        desk.Chat.Trouble = post => post.Channel.Channel == "room" ? new PostOutcome.Rejected("It is too long.") : null;

        await desk.Bot.DoAsync($"/talks update add {FoundingNight.Slug} \"They met\" \"a senior US official\" tier:unnamed");
        await desk.Bot.AdvanceAsync(Duration.FromHours(1));

        desk.Mail.Requests.ShouldBe(1);
        desk.Push.Requests.ShouldBe(1);
        desk.Chat.Seen.Where(seen => seen.Channel == "ops").Select(seen => seen.Post.Post.Title).ShouldBe(
            ["Not delivered to chat:main/room: It is too long.", "Not delivered to mail:ops@example.org: No.", "Not delivered to push:topic: No."], ignoreOrder: true);
    }

    private sealed class OutsidersDesk(TestBot bot, RecordingPlatform chat, RecordingPlatform mail, RecordingPlatform push) : IAsyncDisposable
    {
        public TestBot Bot => bot;

        public RecordingPlatform Chat => chat;

        public RecordingPlatform Mail => mail;

        public RecordingPlatform Push => push;

        public static async Task<OutsidersDesk> OpenAsync()
        {
            var clock = new SimulatedClock(Start);
            RecordingPlatform[] platforms = [new(clock) { Name = "chat:main" }, new(clock) { Name = "mail" }, new(clock) { Name = "push" }];
            var bot = await TestBot.StartAsync(clock, new BotSurroundings
            {
                Others = platforms,
                LastResorts = [new LastResort(Ops), new LastResort(Phone)],
                Settings = [new("TalksBot:Desk:OperationsChannel", "chat:main/ops")],
            });
            await bot.DoAsync($"/talks open {FoundingNight.Slug} \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
            foreach (var channel in new[] { "room", "other" })
            {
                await bot.DoAsync($"/talks follow add {FoundingNight.Slug} channel:chat:main/{channel} digest:none ladder:\"30m, 0\"");
            }

            await bot.DoAsync($"/talks deadline add {FoundingNight.Slug} \"28 Jun 1995 23:59 EDT\" \"100% tariffs on Japanese luxury cars\"");
            await bot.SettleAsync();
            return new OutsidersDesk(bot, platforms[0], platforms[1], platforms[2]);
        }

        public ValueTask DisposeAsync() => bot.DisposeAsync();
    }
}
