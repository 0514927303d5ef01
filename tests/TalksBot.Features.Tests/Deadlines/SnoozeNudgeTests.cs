using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Tests.Deadlines;

public sealed class SnoozeNudgeTests
{
    private static readonly Instant Falls = Instant.FromUtc(1995, 6, 27, 16, 0);

    [Fact]
    public async Task Until_then_the_desk_is_not_asked_and_then_it_is()
    {
        await using var desk = await PassedAsync();

        await desk.SayAsync("snooze us-japan-autos D1 90m");
        await desk.ClaimAsync(MomentKind.Nudge, Falls + Duration.FromMinutes(60));
        (await QuestionsAsync(desk)).ShouldHaveSingleItem();

        await desk.ClaimAsync(MomentKind.Snooze, Falls + Duration.FromMinutes(105));
        var asked = await QuestionsAsync(desk);
        asked.Count.ShouldBe(2);
        PostText.Write(asked[1].Post).ShouldContain("D1 passed 1 h 45 min ago");
        asked[1].Post.Buttons.ShouldContain(button => button.Label == "Ask again in 1 h");
    }

    [Fact]
    public async Task An_hour_is_meant_where_nothing_is_said_and_the_latest_wish_counts()
    {
        await using var desk = await PassedAsync();

        (await desk.SayAsync("snooze us-japan-autos D1 10h")).ShouldContain("Asked again 04:15 Geneva");
        (await desk.SayAsync("snooze us-japan-autos D1")).ShouldContain("Asked again 19:15 Geneva, wanted by Ann");

        (await desk.AgendaAsync(MomentKind.Snooze)).ShouldHaveSingleItem().Due.ShouldBe(Falls + Duration.FromMinutes(75));
    }

    [Fact]
    public async Task Who_put_it_off_is_in_the_audit_and_in_the_history_and_is_no_news()
    {
        await using var desk = await PassedAsync();
        var before = (await desk.TalksAsync()).ChangedAt;

        await desk.SayAsync("snooze us-japan-autos D1 1h");

        (await desk.SayAsync("audit us-japan-autos")).ShouldContain("us-japan-autos D1 snoozed: Tue 27 Jun 1995 19:15 Geneva");
        (await desk.SayAsync("deadline history us-japan-autos D1")).ShouldContain("To be asked about again Tue 27 Jun 1995 19:15 Geneva, put off by Ann on ");
        (await desk.SayAsync("since 12h us-japan-autos")).ShouldNotContain("snooze");
        (await desk.TalksAsync()).ChangedAt.ShouldBe(before);
    }

    [Fact]
    public async Task A_question_after_the_wish_still_comes()
    {
        await using var desk = await PassedAsync();
        await desk.SayAsync("snooze us-japan-autos D1 10m");
        await desk.ClaimAsync(MomentKind.Snooze, Falls + Duration.FromMinutes(25));

        await desk.ClaimAsync(MomentKind.Nudge, Falls + Duration.FromMinutes(60));

        (await QuestionsAsync(desk)).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("deadline met us-japan-autos D1")]
    [InlineData("deadline move us-japan-autos D1 \"in 3h\"")]
    [InlineData("close us-japan-autos")]
    public async Task Nobody_is_asked_what_is_known_meanwhile(string line)
    {
        await using var desk = await PassedAsync();
        await desk.SayAsync("snooze us-japan-autos D1 1h");

        await desk.SayAsync(line);
        await desk.ClaimAsync(MomentKind.Snooze, Falls + Duration.FromMinutes(75));

        (await QuestionsAsync(desk)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task It_is_asked_again_although_something_else_was_changed_meanwhile()
    {
        await using var desk = await PassedAsync();
        await desk.SayAsync("snooze us-japan-autos D1 1h");

        await desk.SayAsync("deadline add us-japan-autos \"in 3h\" \"another one\"");
        await desk.ClaimAsync(MomentKind.Nudge, Falls + Duration.FromMinutes(61));
        await desk.ClaimAsync(MomentKind.Snooze, Falls + Duration.FromMinutes(75));

        (await QuestionsAsync(desk)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("snooze us-japan-autos D1 0", "“0” is no length of time from a minute to 1 d; write 30m, 1h or 6h.")]
    [InlineData("snooze us-japan-autos D1 99d", "“99d” is no length of time from a minute to 1 d; write 30m, 1h or 6h.")]
    [InlineData("snooze us-japan-autos D1 soon", "“soon” is no length of time from a minute to 1 d; write 30m, 1h or 6h.")]
    [InlineData("snooze us-japan-autos D9", "These talks have no such deadline; there is D1.")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await PassedAsync();

        (await desk.RefusedAsync(line)).ShouldBe(why);
    }

    [Fact]
    public async Task Nothing_is_put_off_that_nobody_asks()
    {
        await using var desk = await NewsDesk.WithAsync($"{DeskOptions.Section}:OperationsChannel", "terminal:operations");
        await desk.SayAsync("deadline add us-japan-autos \"in 2h\" tariffs");

        (await desk.RefusedAsync("snooze us-japan-autos D1 1h")).ShouldBe("D1 has not passed yet, so the desk is not asked what came of it.");
        await desk.SayAsync("deadline met us-japan-autos D1");
        (await desk.RefusedAsync("snooze us-japan-autos D1 1h")).ShouldBe("D1 is met, so the desk is not asked what came of it.");
        (await desk.RefusedAsync("snooze us-japan-autos D1 1h", Role.Reporter)).ShouldContain("needs the role editor");
    }

    private static async Task<IReadOnlyList<Delivery>> QuestionsAsync(NewsDesk desk) =>
        [.. (await desk.DeliveriesAsync(DeliveryKind.Alarm)).Where(delivery => delivery.Act is DeliveryAct.Post)];

    /// <summary>D1 passed 15 minutes ago, and the desk was asked once.</summary>
    private static async Task<NewsDesk> PassedAsync()
    {
        var desk = await NewsDesk.WithAsync($"{DeskOptions.Section}:OperationsChannel", "terminal:operations");
        await desk.SayAsync("deadline add us-japan-autos \"in 2h\" tariffs");
        await desk.ClaimAsync(MomentKind.Countdown, Falls);
        await desk.ClaimAsync(MomentKind.Nudge, Falls + Duration.FromMinutes(15));
        return desk;
    }
}
