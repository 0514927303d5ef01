using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Editing;

namespace TalksBot.Tests.Outages;

/// <summary>A platform that does not answer is asked whether it is there, and is sent nothing until it is.</summary>
public sealed class DeadPlatformTests
{
    [Fact]
    public async Task Minutes_of_silence_over_zero_are_two_lines_two_words_and_one_labelled_post_a_channel()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromMinutes(10), "5m, 0", "desk", "tokyo", "wire");
        await desk.Bot.AdvanceToAsync(OutageDesk.Zero - Duration.FromMinutes(6));
        desk.Chat.IsDown = true;
        await desk.Bot.AdvanceToAsync(OutageDesk.Zero + Duration.FromMinutes(7));
        var (requests, probes) = (desk.Chat.Requests, desk.Chat.Probes);
        desk.Chat.IsDown = false;
        var end = desk.Now;

        await desk.Bot.AdvanceAsync(Duration.FromSeconds(5));

        requests.ShouldBe(3);
        probes.ShouldBeInRange(12 * 12, (12 * 12) + 4);
        desk.Chat.Seen.Select(seen => seen.Channel).ShouldBe(["desk", "tokyo", "wire"], ignoreOrder: true);
        desk.Chat.Seen.ShouldAllBe(seen => seen.Text.StartsWith("LATE 7 min · Deadline passed", StringComparison.Ordinal) && seen.At - end <= Duration.FromSeconds(5));
        desk.Log.Select(line => line.Level).ShouldBe([LogLevel.Warning, LogLevel.Information]);
        desk.Log[0].Line.ShouldBe("chat:main does not answer, and is asked again every five seconds: connection refused");
        desk.Log[1].Line.ShouldStartWith("chat:main takes posts again after 12 min");
    }

    [Fact]
    public async Task Operations_hear_of_it_elsewhere_within_a_minute_and_again_at_its_end()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromMinutes(10), "5m, 0", "desk");
        desk.Chat.IsDown = true;

        await desk.Bot.AdvanceToAsync(OutageDesk.Zero - Duration.FromMinutes(4));
        var begun = desk.Alarms.ShouldHaveSingleItem();
        desk.Chat.IsDown = false;
        await desk.Bot.AdvanceAsync(Duration.FromSeconds(5));

        begun.Text.ShouldStartWith("chat:main stopped answering at 23:54 Washington: connection refused");
        (begun.At - (OutageDesk.Zero - Duration.FromMinutes(5))).ShouldBeLessThanOrEqualTo(Duration.FromMinutes(1));
        desk.Alarms.Count.ShouldBe(2);
        desk.Alarms[1].Text.ShouldStartWith("chat:main takes posts again since 23:55 Washington, after 1 min");
    }

    [Fact]
    public async Task Ten_hours_cost_one_try_a_channel_and_a_question_each_five_seconds()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromMinutes(10), "5m, 0", "desk", "tokyo");
        desk.Chat.IsDown = true;

        await desk.Bot.AdvanceAsync(Duration.FromHours(10));
        var (requests, probes) = (desk.Chat.Requests, desk.Chat.Probes);
        desk.Chat.IsDown = false;
        await desk.Bot.AdvanceAsync(Duration.FromSeconds(5));

        requests.ShouldBe(2);
        probes.ShouldBeInRange(7_100, 7_200);
        desk.Chat.Seen.Where(seen => seen.Post.Cause.Kind is not DeliveryKind.Alarm).Select(seen => seen.Channel).ShouldBe(["desk", "tokyo"], ignoreOrder: true);
        desk.Log.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_waited_goes_in_its_order_and_a_restart_in_the_middle_changes_nothing()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromHours(10), "0", "desk");
        desk.Chat.IsDown = true;
        string[] priorities = ["regular", "urgent", "regular", "bulletin"];
        foreach (var priority in priorities)
        {
            await desk.Bot.AddAsync($"Something {priority}", $"priority:{priority}");
            await desk.Bot.AdvanceAsync(Duration.FromMinutes(20));
        }

        await desk.RestartAsync(Duration.FromMinutes(1));
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(20));
        await desk.Bot.AddAsync("The latest", "priority:urgent");
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(20));
        var requests = desk.Chat.Requests;
        desk.Chat.IsDown = false;
        var end = desk.Now;
        await desk.Bot.AdvanceAsync(Duration.FromSeconds(5));

        requests.ShouldBe(1);
        desk.Chat.Seen.Select(seen => seen.Post.Cause.Subject).ShouldBe(["#4", "#2", "#5", "#1", "#3"]);
        desk.Chat.Seen.ShouldAllBe(seen => seen.At - end <= Duration.FromSeconds(5));
        desk.Log.Count.ShouldBe(2);
        desk.Alarms.Select(seen => seen.Text.Split(' ')[1]).ShouldContain("takes");
        (await desk.Bot.ReadAsync(db => db.Pauses.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_killed_while_it_waits_is_never_sent()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromHours(10), "0", "desk");
        desk.Chat.IsDown = true;
        await desk.Bot.AddAsync("The talks are over");
        await desk.Bot.AddAsync("The talks go on");
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(10));

        await desk.Bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(10));
        desk.Chat.IsDown = false;
        await desk.Bot.AdvanceAsync(Duration.FromSeconds(5));

        desk.Chat.Seen.Select(seen => seen.Post.Cause.Subject).ShouldBe(["#2"]);
    }

    [Fact]
    public async Task An_outage_that_ends_with_nothing_left_to_send_ends_all_the_same()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromHours(10), "0", "desk");
        desk.Chat.IsDown = true;
        await desk.Bot.AddAsync("The talks are over");
        await desk.Bot.AdvanceAsync(Duration.FromMinutes(1));
        await desk.Bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        desk.Chat.IsDown = false;

        await desk.Bot.AdvanceAsync(Duration.FromSeconds(5));

        desk.Chat.Seen.ShouldBeEmpty();
        desk.Log.Count.ShouldBe(2);
        (await desk.Bot.ReadAsync(db => db.Pauses.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Killed_words_are_struck_as_soon_as_the_platform_answers()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromHours(10), "0", "desk");
        await desk.Bot.AddAsync("The talks are over");
        await desk.Bot.SettleAsync();
        desk.Chat.IsDown = true;
        await desk.Bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await desk.Bot.AdvanceAsync(Duration.FromHours(1));
        var changes = desk.Chat.Changes;
        desk.Chat.IsDown = false;

        await desk.Bot.AdvanceAsync(Duration.FromSeconds(5));

        changes.ShouldBeLessThanOrEqualTo(1);
        desk.Chat.Edits.ShouldHaveSingleItem().Text.ShouldStartWith("KILLED");
        desk.Chat.Seen[^1].Post.Cause.Kind.ShouldBe(DeliveryKind.Kill);
    }

    [Fact]
    public async Task Where_operations_hang_on_the_dead_connection_the_fallback_hears_and_both_hear_of_the_end()
    {
        var clock = new Core.Times.SimulatedClock(OutageDesk.Zero - Duration.FromMinutes(6));
        var chat = new RecordingPlatform(clock) { Name = "chat:main" };
        await using var bot = await TestBot.StartAsync(clock, new BotSurroundings
        {
            Others = [chat],
            Settings = [new("TalksBot:Desk:OperationsChannel", "chat:main/ops"), new("TalksBot:Desk:OperationsFallback", "terminal:night")],
        });
        await FoundingNight.BeginAsync(bot, "5m, 0");
        await bot.DoAsync($"/talks follow add {FoundingNight.Slug} channel:chat:main/desk digest:none ladder:\"5m, 0\"");
        chat.IsDown = true;
        await bot.AdvanceToAsync(OutageDesk.Zero - Duration.FromMinutes(4));
        chat.IsDown = false;

        await bot.AdvanceAsync(Duration.FromSeconds(5));

        bot.Seen.Select(seen => seen.Channel).ShouldBe(["night", "night"]);
        chat.Seen.Single(seen => seen.Channel == "ops").Text.ShouldStartWith("chat:main takes posts again");
    }

    [Fact]
    public async Task Dead_credentials_are_told_elsewhere_asked_about_every_two_minutes_and_forgotten_once_they_hold()
    {
        await using var desk = await OutageDesk.OpenAsync(OutageDesk.Zero - Duration.FromMinutes(10), "5m, 0", "desk");
        desk.Chat.Trouble = _ => new PostOutcome.CredentialsDead("token revoked");
        desk.Chat.ProbeTrouble = () => new ProbeAnswer.CredentialsDead("token revoked");
        await desk.Bot.AdvanceToAsync(OutageDesk.Zero + Duration.FromMinutes(56));
        var (requests, probes, told) = (desk.Chat.Requests, desk.Chat.Probes, desk.Alarms);
        (desk.Chat.Trouble, desk.Chat.ProbeTrouble) = (_ => null, () => null);

        await desk.Bot.AdvanceAsync(Duration.FromMinutes(2));

        (requests, probes).ShouldBe((1, 30));
        told.ShouldHaveSingleItem().Text.ShouldStartWith("chat:main does not accept its credentials since 23:54 Washington: token revoked");
        told[0].At.ShouldBe(OutageDesk.Zero - Duration.FromMinutes(5));
        desk.Chat.Seen.ShouldHaveSingleItem().Text.ShouldContain("Deadline passed");
        desk.Log.Count.ShouldBe(2);
    }
}
