using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests;

/// <summary>The last half hour before D1, 03:59 UTC on 29 June: who has seen it, and who is called when nobody has.</summary>
public sealed class AcknowledgeTests
{
    private const string Acknowledge = "/talks acknowledge talks:us-japan-autos subject:D1";
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 29, 2, 0);
    private static readonly Instant HalfHour = Instant.FromUtc(1995, 6, 29, 3, 29);

    [Fact]
    public async Task Alerts_of_half_an_hour_and_closer_ask_for_a_word()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "1h, 30m, 5m, 0", "desk");

        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(31));

        bot.Seen.Where(seen => seen.Post.Cause.Rung is not null).Select(seen => seen.Post.Post.Buttons.Where(button => button.AsksForWord).Select(button => button.Command).ToArray())
            .ShouldBe([[], [Acknowledge], [Acknowledge], [Acknowledge]]);
    }

    [Fact]
    public async Task A_word_is_shown_on_every_alert_of_that_channel_and_later_ones_do_not_ask()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 15m, 5m, 0", "desk", "tokyo");
        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(16));

        (await bot.SayAsync(Acknowledge)).Body.Heading.ShouldBe("D1: Acknowledged by editor 23:45 Washington");
        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(26));

        bot.Platform.Edits.Select(edit => edit.Channel).ShouldBe(["desk", "desk"]);
        bot.Platform.Edits.ShouldAllBe(edit => edit.Post.Post.Buttons.Count == 0 && edit.Text.EndsWith("Acknowledged by editor 23:45 Washington", StringComparison.Ordinal));
        var last = bot.Seen.Where(seen => seen.Post.Cause.Rung == Duration.FromMinutes(5)).ToDictionary(seen => seen.Channel, seen => seen.Post.Post);
        PostText.Write(last["desk"]).ShouldEndWith("Acknowledged by editor 23:45 Washington");
        (last["desk"].Buttons.Count, last["tokyo"].Buttons.Count).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_second_press_says_who_did_already()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk");
        await bot.AdvanceToAsync(HalfHour);
        await bot.DoAsync(Acknowledge);

        var second = await bot.SayAsync(Acknowledge);

        second.Refused.ShouldBeTrue();
        second.Body.Heading.ShouldStartWith("editor acknowledged D1 here already, ");
    }

    [Theory]
    [InlineData("/talks ack")]
    [InlineData("ack us-japan-autos")]
    [InlineData("ack D1")]
    public async Task One_word_is_enough_where_one_thing_asks(string line)
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk");
        await bot.AdvanceToAsync(HalfHour);

        (await bot.SayAsync(line)).Body.Heading.ShouldStartWith("D1: Acknowledged by editor");
        (await bot.SayAsync("/talks ack")).Body.Heading.ShouldBe("Nothing about US–Japan automotive talks waits for a word in this channel.");
    }

    [Fact]
    public async Task Where_several_things_ask_the_word_is_asked_for()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk");
        await bot.DoAsync("/talks deadline add us-japan-autos \"in 95m\" \"the list\"");
        await bot.AdvanceToAsync(HalfHour);

        var asked = await bot.SayAsync("/talks ack");

        asked.Body.Heading.ShouldBe("Several alerts wait for a word in this channel; say which you mean.");
        asked.Body.Buttons.Select(button => button.Command).ShouldBe(["/talks acknowledge talks:us-japan-autos subject:D1", "/talks acknowledge talks:us-japan-autos subject:D2"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/talks acknowledge us-japan-autos D1", "Nothing about D1 waits for a word in this channel.")]
    [InlineData("/talks acknowledge us-japan-autos D7", "These talks have no such deadline; there is D1.")]
    [InlineData("/talks acknowledge us-japan-autos #3", "These talks have no update yet; add one first.")]
    [InlineData("/talks acknowledge us-japan-autos everything", "These talks have no update yet; add one first.")]
    public async Task Refuses_what_nobody_asked(string line, string why)
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk");

        (await bot.SayAsync(line)).Body.Heading.ShouldBe(why);
    }

    [Fact]
    public async Task Nobodys_word_is_escalated_once_however_many_alerts_follow()
    {
        await using var bot = await EscalatingAsync();

        await bot.AdvanceToAsync(HalfHour + Duration.FromHours(2));

        var escalation = Escalations(bot).ShouldHaveSingleItem();
        (escalation.At, escalation.Post.Post.Mention, escalation.Post.Priority).ShouldBe((HalfHour + Duration.FromMinutes(10), "@chief", WirePriority.Bulletin));
        escalation.Text.ShouldStartWith("Nobody has acknowledged · US–Japan automotive talks: 100% tariffs on Japanese luxury cars\nThe 30-minute alert was due 23:29 Washington, and nobody here has said that it was seen.");
    }

    [Fact]
    public async Task A_word_in_time_escalates_nothing()
    {
        await using var bot = await EscalatingAsync();
        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(9));

        await bot.DoAsync(Acknowledge);
        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(39));

        Escalations(bot).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_seen_that_a_deadline_nears_is_asked_anew_when_it_has_passed()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 1m, 0", "desk");
        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(29));
        await bot.DoAsync(Acknowledge);

        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(30));

        var passed = bot.Seen.Single(seen => seen.Post.Cause.Kind is DeliveryKind.DeadlinePassed);
        passed.Post.Post.AsksForWord.ShouldBeTrue();
        passed.Text.ShouldNotContain("Acknowledged");
        (await bot.SayAsync(Acknowledge)).Body.Heading.ShouldBe("D1: Acknowledged by editor 23:59 Washington");
        await bot.SettleAsync();
        bot.Platform.Edits[^1].Text.ShouldEndWith("Acknowledged by editor 23:59 Washington");
    }

    [Fact]
    public async Task A_word_in_another_channel_does_not_count()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "30m, 0", "desk", "tokyo");
        await bot.DoAsync("/talks follow set us-japan-autos channel:terminal:tokyo escalate:@chief");
        await bot.AdvanceToAsync(HalfHour);

        await bot.DoAsync(Acknowledge);
        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(20));

        Escalations(bot).ShouldHaveSingleItem().Channel.ShouldBe("tokyo");
    }

    [Fact]
    public async Task A_deadline_met_or_moved_meanwhile_escalates_nothing_and_asks_anew_where_it_stands()
    {
        await using var bot = await EscalatingAsync();
        await bot.AdvanceToAsync(HalfHour);
        await bot.DoAsync(Acknowledge);

        await bot.DoAsync("/talks deadline move us-japan-autos D1 +2h");
        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(130));

        Escalations(bot).ShouldHaveSingleItem().At.ShouldBe(HalfHour + Duration.FromMinutes(130));
        bot.Seen.Last(seen => seen.Post.Cause.Rung == Duration.FromMinutes(30)).Post.Post.Buttons.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deadline_met_meanwhile_escalates_nothing()
    {
        await using var bot = await EscalatingAsync();
        await bot.AdvanceToAsync(HalfHour);

        await bot.DoAsync("/talks deadline met us-japan-autos D1");
        await bot.AdvanceToAsync(HalfHour + Duration.FromHours(2));

        Escalations(bot).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_was_told_late_has_ten_minutes_all_the_same()
    {
        await using var bot = await EscalatingAsync();
        bot.Platform.Trouble = _ => new PostOutcome.RateLimited(Duration.FromMinutes(8));
        await bot.AdvanceToAsync(HalfHour);
        bot.Platform.Trouble = _ => null;

        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(17));
        Escalations(bot).ShouldBeEmpty();
        await bot.AdvanceToAsync(HalfHour + Duration.FromMinutes(18));

        Escalations(bot).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Escalates_once_across_a_restart()
    {
        await using var before = await EscalatingAsync();
        await before.AdvanceToAsync(HalfHour);

        await using var after = await before.RestartAsync(Duration.FromMinutes(12));
        await after.AdvanceToAsync(HalfHour + Duration.FromHours(2));

        Escalations(after).ShouldHaveSingleItem();
        (await after.ReadAsync(db => db.Deliveries.CountAsync(row => row.Kind == DeliveryKind.Escalation))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_seen_a_correction_is_listed_and_a_new_correction_asks_anew()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "0", "desk");
        await bot.DoAsync("/talks update add us-japan-autos tier:official \"A word\" \"US officials\"");
        await bot.SettleAsync();
        await bot.DoAsync("/talks update correct us-japan-autos #1 \"Another word\"");
        await bot.SettleAsync();

        await bot.DoAsync("/talks acknowledge us-japan-autos #1");
        await bot.SettleAsync();

        PostText.Write((await bot.SayAsync("/talks update list us-japan-autos")).Body).ShouldContain("\nAcknowledged by editor 04:00 Geneva in terminal:desk");
        bot.Platform.Edits[^1].Text.ShouldStartWith("CORRECTION to #1 · US–Japan automotive talks: “Another word”");
        bot.Platform.Edits[^1].Text.ShouldEndWith("Acknowledged by editor 04:00 Geneva");
        await bot.AdvanceAsync(Duration.FromMinutes(1));
        await bot.DoAsync("/talks update correct us-japan-autos #1 \"The right word\"");
        await bot.SettleAsync();
        await bot.DoAsync("/talks acknowledge us-japan-autos #1");
    }

    private static async Task<TestBot> EscalatingAsync()
    {
        var bot = await FoundingNight.StartAsync(Start, "30m, 15m, 5m, 0", "desk");
        await bot.DoAsync("/talks follow set us-japan-autos escalate:@chief");
        return bot;
    }

    private static IReadOnlyList<Seen> Escalations(TestBot bot) => [.. bot.Seen.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Escalation)];
}
