using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Platforms;
using TalksBot.Tests.Editing;

namespace TalksBot.Tests.Outages;

/// <summary>A platform that answers, but takes nothing: everywhere, or in one channel.</summary>
public sealed class RefusingPlatformTests
{
    [Fact]
    public async Task Posts_that_all_fail_while_the_platform_answers_are_an_outage_whose_end_is_found_within_five_seconds()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromMinutes(10), "5m, 0", "desk", "tokyo", "wire");
        desk.Chat.Trouble = OutageDesk.Refusing();
        await desk.Bot.AdvanceToAsync(OutageDesk.Zero + Duration.FromMinutes(3));
        var requests = desk.Chat.Requests;
        desk.Chat.Trouble = _ => null;
        var end = desk.Now;

        await desk.Bot.AdvanceAsync(Duration.FromSeconds(6));

        // One at a time, whatever waits: eight minutes have 96 times five seconds.
        requests.ShouldBeInRange(90, 110);
        desk.Chat.Seen.Select(seen => seen.Channel).ShouldBe(["desk", "tokyo", "wire"], ignoreOrder: true);
        desk.Chat.Seen[0].At.ShouldBeLessThanOrEqualTo(end + Duration.FromSeconds(5));
        desk.Log.Count.ShouldBe(2);
        desk.Log[0].Line.ShouldStartWith("chat:main takes no posts although it answers");
        desk.Alarms.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Posts_that_fail_for_hours_are_tried_once_a_minute_in_the_end()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromMinutes(10), "5m, 0", "desk");
        desk.Chat.Trouble = OutageDesk.Refusing();

        await desk.Bot.AdvanceAsync(Duration.FromHours(2));
        var requests = desk.Chat.Requests;
        desk.Chat.Trouble = _ => null;
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(1));

        requests.ShouldBeInRange(200, 260);
        desk.Chat.Seen.ShouldHaveSingleItem().Text.ShouldContain("Deadline passed");
        desk.Log.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_bad_channel_holds_up_nobody_and_is_told_and_keeps_a_pause_of_its_own()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromMinutes(10), "5m, 0", "desk", "bad", "wire");
        desk.Chat.Trouble = OutageDesk.Refusing("bad");

        for (var i = 0; i < 20; i++)
        {
            await desk.Bot.AddAsync($"News {i}", "priority:urgent");
            await desk.Bot.AdvanceAsync(Duration.FromMinutes(1));
        }

        desk.Chat.Seen.Where(seen => seen.Post.Cause.Rung is not null).ShouldAllBe(seen => seen.At == seen.Post.DueAt);
        desk.Chat.Seen.Where(seen => seen.Post.Cause.Kind is DeliveryKind.Update).Count(seen => seen.Channel is "desk" or "wire" && seen.At == seen.Post.DueAt).ShouldBe(40);
        (desk.Chat.Requests - desk.Chat.Seen.Count).ShouldBeInRange(15, 45);
        desk.Alarms[^1].Text.ShouldStartWith("chat:main/bad stopped taking posts at");
        desk.Log[^1].Line.ShouldStartWith("chat:main/bad takes no posts while the rest of its connection goes on");
    }

    [Fact]
    public async Task A_bad_channel_gets_everything_in_its_order_once_it_is_well()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromHours(10), "0", "desk", "bad");
        desk.Chat.Trouble = OutageDesk.Refusing("bad");
        for (var i = 0; i < 5; i++)
        {
            await desk.Bot.AddAsync($"News {i}");
            await desk.Bot.AdvanceAsync(Duration.FromMinutes(1));
        }

        desk.Chat.Trouble = _ => null;
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(1));

        desk.Chat.Seen.Where(seen => seen.Channel == "bad").Select(seen => seen.Post.Cause.Subject).ShouldBe(["#1", "#2", "#3", "#4", "#5"]);
        desk.Log[^1].Line.ShouldStartWith("chat:main/bad takes posts again after");
        desk.Alarms[^1].Text.ShouldStartWith("chat:main/bad takes posts again since");
        (await desk.Bot.ReadAsync(db => db.Pauses.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_channel_in_trouble_of_its_own_does_not_hide_the_death_of_its_platform()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromHours(10), "0", "desk", "bad");
        desk.Chat.Trouble = OutageDesk.Refusing("bad");
        await desk.Bot.AddAsync("News");
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(10));

        desk.Chat.IsDown = true;
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(10));
        (desk.Chat.IsDown, desk.Chat.Trouble) = (false, _ => null);
        await desk.Bot.AdvanceAsync(Duration.FromSeconds(5));

        desk.Chat.Seen.Select(seen => seen.Channel).ShouldBe(["desk", "bad"]);
    }

    [Fact]
    public async Task An_edit_that_fails_while_the_platform_answers_holds_up_no_post_and_is_no_outage()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromMinutes(10), "5m, 0", "desk");
        await desk.Bot.AddAsync("The talks are over");
        await desk.Bot.SettleAsync();
        desk.Chat.EditTrouble = _ => new PostOutcome.Ambiguous("502");
        await desk.Bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"The talks go on\"");

        await desk.Bot.AdvanceToAsync(OutageDesk.Zero);

        desk.Chat.Seen.Where(seen => seen.Post.Cause.Rung is not null).ShouldAllBe(seen => seen.At == seen.Post.DueAt);
        desk.Log.ShouldNotContain(line => line.Line.Contains("takes", StringComparison.Ordinal));
        desk.Chat.Probes.ShouldBeLessThanOrEqualTo(desk.Chat.Changes);
    }
}
