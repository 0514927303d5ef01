using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>The pinned message that always shows where the talks stand.</summary>
public sealed class LiveStatusTests
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 22, 0);

    [Fact]
    public async Task Is_posted_and_pinned_once()
    {
        await using var bot = await LiveAsync();

        var seen = Live(bot).ShouldHaveSingleItem();
        seen.Text.ShouldStartWith("US–Japan automotive talks: scheduled\nD1 100% tariffs on Japanese luxury cars\n23:59 Washington Wed 28 Jun");
        seen.Text.ShouldNotContain("to go");
        bot.Platform.Pins.ShouldBe([seen.Post.Key.Value]);
    }

    [Theory]
    [InlineData("follow set us-japan-autos channel:terminal:desk live:yes")]
    [InlineData("follow add us-japan-autos channel:terminal:news live:yes")]
    public async Task Is_shown_before_another_channel_gets_it(string line)
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk");

        var reply = await bot.SayAsync($"/talks {line}", new Caller("editor", Role.Chief, new ChannelAddress("terminal", "", "office")));
        await bot.SettleAsync();

        reply.IsPreview.ShouldBeTrue();
        PostText.Write(reply.Body).ShouldContain("this would tell 1 channel");
        PostText.Write(reply.Body).ShouldContain("D1 100% tariffs on Japanese luxury cars");
        Live(bot).ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_that_it_ends_when_the_follow_is_undone()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk");
        await bot.DoAsync("/talks follow add us-japan-autos channel:terminal:news live:yes");
        await bot.SettleAsync();

        await bot.DoAsync("/talks undo");
        await bot.SettleAsync();

        bot.Platform.Edits.ShouldHaveSingleItem().Text.ShouldContain("no longer kept up to date");
    }

    [Fact]
    public async Task Is_edited_when_something_changes()
    {
        await using var bot = await LiveAsync();

        await bot.DoAsync("/talks update add us-japan-autos tier:official \"A word\" \"US officials\"");
        await bot.SettleAsync();

        bot.Platform.Edits.ShouldHaveSingleItem().Text.ShouldContain("“A word” – #1");
        Live(bot).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Is_never_edited_by_the_clock_alone_but_when_the_deadline_passes()
    {
        await using var bot = await LiveAsync();
        await bot.DoAsync("/talks update add us-japan-autos tier:official \"A word\" \"US officials\"");
        await bot.SettleAsync();

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 58));
        bot.Platform.Edits.Count.ShouldBe(1);
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 12, 0));

        bot.Platform.Edits.Count.ShouldBe(2);
        bot.Platform.Edits[^1].Text.ShouldContain("D1 100% tariffs on Japanese luxury cars: passed, outcome not yet known");
        bot.Platform.Edits[^1].Text.ShouldContain("“A word” – #1");
    }

    [Fact]
    public async Task What_it_says_of_a_deadline_that_passed_is_as_of_its_passing()
    {
        await using var bot = await LiveAsync();
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 50));
        await bot.DoAsync("/talks update add us-japan-autos tier:official \"A word\" \"US officials\"");

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 4, 30));

        var shows = bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Live).Text;
        shows.ShouldContain(": passed, outcome not yet known");
        shows.Split('\n')[^1].ShouldBe("As of: 23:59 Washington Wed 28 Jun");
    }

    [Fact]
    public async Task Names_the_session_that_is_under_way_then_the_next_one_before_any_that_nobody_reported()
    {
        await using var bot = await LiveAsync();
        await bot.DoAsync("/talks session add us-japan-autos \"29 Jun 00:15\" who:\"the clerks\"");
        await bot.DoAsync("/talks session add us-japan-autos \"29 Jun 03:00\" who:\"the experts\"");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 23, 0));
        await bot.DoAsync("/talks session add us-japan-autos \"29 Jun 09:00\" who:\"the ministers\"");
        await bot.SettleAsync();
        Shows().ShouldContain("S2 planned 03:00 Geneva Thu 29 Jun – the experts");
        Shows().ShouldNotContain("the clerks");

        await bot.DoAsync("/talks session start us-japan-autos S2");
        await bot.SettleAsync();

        Shows().ShouldContain("S2 under way since 01:00 Geneva Thu 29 Jun – the experts");

        string Shows() => bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Live).Text;
    }

    [Fact]
    public async Task That_somebody_has_seen_an_alert_changes_nothing_on_it()
    {
        await using var bot = await LiveAsync();
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 29));

        await bot.DoAsync("/talks acknowledge us-japan-autos D1");
        await bot.SettleAsync();

        bot.Platform.Edits.ShouldAllBe(edit => edit.Post.Cause.Kind == DeliveryKind.Countdown);
    }

    [Fact]
    public async Task Says_when_it_is_kept_no_more_and_a_new_one_begins_when_it_is_wanted_again()
    {
        await using var bot = await LiveAsync();

        await bot.DoAsync("/talks follow set us-japan-autos live:no");
        await bot.SettleAsync();
        bot.Platform.Edits.ShouldHaveSingleItem().Text.ShouldStartWith("NO LONGER KEPT UP TO DATE · US–Japan automotive talks");
        await bot.DoAsync("/talks update add us-japan-autos tier:official \"A word\" \"US officials\"");
        await bot.SettleAsync();
        bot.Platform.Edits.Count.ShouldBe(1);
        await bot.DoAsync("/talks follow set us-japan-autos live:yes");
        await bot.SettleAsync();

        Live(bot).Count.ShouldBe(2);
        bot.Platform.Pins.ShouldBe(Live(bot).Select(seen => seen.Post.Key.Value));
        bot.Platform.Unpins.ShouldBe([Live(bot)[0].Post.Key.Value]);
    }

    [Fact]
    public async Task One_that_somebody_deleted_is_replaced_at_the_next_change()
    {
        await using var bot = await LiveAsync();
        bot.Platform.EditTrouble = _ => new PostOutcome.MessageGone("taken down by somebody");
        await bot.DoAsync("/talks update add us-japan-autos tier:official \"A word\" \"US officials\"");
        await bot.SettleAsync();
        Live(bot).Count.ShouldBe(2);
        Live(bot)[^1].Text.ShouldContain("“A word”");
        bot.Platform.Pins.ShouldBe(Live(bot).Select(seen => seen.Post.Key.Value));

        bot.Platform.EditTrouble = _ => null;
        await bot.DoAsync("/talks suspend us-japan-autos");
        await bot.SettleAsync();

        Live(bot).Count.ShouldBe(2);
        bot.Platform.Edits.ShouldHaveSingleItem().Text.ShouldStartWith("US–Japan automotive talks: suspended");
        bot.Seen.ShouldNotContain(seen => seen.Post.Cause.Kind == DeliveryKind.Alarm);
    }

    [Fact]
    public async Task One_that_may_not_be_edited_any_more_is_taken_down_before_another_begins()
    {
        await using var bot = await LiveAsync();
        var first = Live(bot)[0].Post.Key.Value;
        bot.Platform.EditTrouble = message => message.MessageId == first ? new PostOutcome.Rejected("The workspace lets nobody change a message that old.") : null;

        await bot.DoAsync("/talks update add us-japan-autos tier:official \"A word\" \"US officials\"");
        await bot.SettleAsync();
        await bot.DoAsync("/talks update kill us-japan-autos #1 \"not so\"");
        await bot.SettleAsync();

        bot.Platform.Deleted.ShouldBe([first]);
        Live(bot).Count.ShouldBe(2);
        bot.Platform.Showing.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Live).ShouldHaveSingleItem().Text.ShouldNotContain("A word");
    }

    [Fact]
    public async Task While_the_old_one_can_neither_be_edited_nor_taken_down_no_other_begins_and_the_desk_is_told()
    {
        await using var bot = await LiveAsync();
        bot.Platform.EditTrouble = _ => new PostOutcome.Rejected("The message is not the bot's own.");
        bot.Platform.DeleteTrouble = _ => new PostOutcome.Rejected("The message is not the bot's own.");

        for (var word = 0; word < 3; word++)
        {
            await bot.DoAsync($"/talks update add us-japan-autos tier:official \"Word {word}\" \"US officials\"");
            await bot.AdvanceAsync(Duration.FromMinutes(1));
        }

        var live = Live(bot).ShouldHaveSingleItem();
        var alarm = bot.Seen.First(seen => seen.Post.Cause.Kind == DeliveryKind.Alarm && seen.Text.Contains("could not be taken down", StringComparison.Ordinal));
        alarm.Text.ShouldContain($"https://chat.example/desk/{live.Post.Key.Value}");
        alarm.Text.ShouldContain("Delete it by hand");
    }

    [Fact]
    public async Task A_full_pin_list_is_told()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk");
        bot.Platform.PinTrouble = _ => new PostOutcome.NotAllowed("The channel has as many pins as Discord allows.", "Unpin something there.");

        await bot.DoAsync("/talks follow set us-japan-autos live:yes");
        await bot.SettleAsync();

        var alarm = bot.Seen.Single(seen => seen.Post.Cause.Kind == DeliveryKind.Alarm);
        alarm.Text.ShouldContain("as many pins as Discord allows");
        alarm.Text.ShouldContain($"https://chat.example/desk/{Live(bot)[0].Post.Key.Value}");
        (await bot.SayAsync("/talks receipts us-japan-autos")).Body.Pieces.OfType<PostPiece.Line>().ShouldContain(line => line.Text.Contains("FAILED after 1 attempt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_ones_that_failures_left_say_that_they_are_kept_no_more()
    {
        await using var bot = await LiveAsync();
        var kept = await bot.ReadAsync(async db =>
        {
            var live = await db.Deliveries.SingleAsync(delivery => delivery.Kind == DeliveryKind.Live && delivery.Act == DeliveryAct.Post);
            for (var i = 1; i <= 2; i++)
            {
                var outgoing = live.ToOutgoing() with { Key = new DeliveryKey($"left-over-{i}"), DueAt = Start };
                var another = new Delivery(outgoing, live.FollowId);
                another.RecordSent(outgoing.Key.Value, live.Post, Start);
                db.Deliveries.Add(another);
            }

            await db.SaveChangesAsync();
            return "left-over-2";
        });

        await bot.DoAsync($"/talks deadline move {FoundingNight.Slug} D1 +36h");
        await bot.SettleAsync();

        var edits = bot.Platform.Edits.Where(edit => edit.Post.Cause.Kind is DeliveryKind.Live).ToList();
        edits.Select(edit => edit.Post.Key.Value == kept).ShouldBe([true, false, false], ignoreOrder: true);
        edits.Single(edit => edit.Post.Key.Value == kept).Text.ShouldContain("11:59 Washington Fri 30 Jun");
        edits.Where(edit => edit.Post.Key.Value != kept).ShouldAllBe(edit => edit.Text.StartsWith("NO LONGER KEPT UP TO DATE", StringComparison.Ordinal));
        bot.Platform.Unpins.Count.ShouldBe(2);
    }

    private static async Task<TestBot> LiveAsync()
    {
        var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk");
        await bot.DoAsync("/talks follow set us-japan-autos live:yes");
        await bot.SettleAsync();
        return bot;
    }

    private static IReadOnlyList<Seen> Live(TestBot bot) => [.. bot.Seen.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Live)];
}
