using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Reminders;

public sealed class RemindMeTests
{
    /// <summary>D1 falls on Thu 29 Jun 1995 05:59 in Geneva.</summary>
    private static readonly Instant Falls = Instant.FromUtc(1995, 6, 29, 3, 59);

    private static readonly Duration TwoHours = Duration.FromHours(2);

    [Fact]
    public async Task Tells_the_asker_alone_on_their_own_clock_first()
    {
        var (desk, platform) = await OpenAsync();
        await using var _ = desk;

        var answer = await desk.SayAsync("remind us-japan-autos D1 2h zone:Tokyo");
        await desk.ClaimAsync(MomentKind.Reminder, Falls - TwoHours);

        answer.ShouldStartWith("You are reminded of D1 2 h before · US–Japan automotive talks: luxury cars\nby direct message 10:59 Tokyo Thu 29 Jun, in 1 d 11 h");
        PostText.Write(platform.Posted.ShouldHaveSingleItem().Post).ShouldContain("D1 falls 12:59 Tokyo Thu 29 Jun");
        var told = (await desk.DeliveriesAsync(DeliveryKind.Reminder)).ShouldHaveSingleItem();
        told.Channel.ToString().ShouldBe("terminal:@ann");
        PostText.Write(told.Post).ShouldStartWith("2 h to go · US–Japan automotive talks: luxury cars\n12:59 Tokyo Thu 29 Jun · ");
        (await desk.DeliveriesAsync(DeliveryKind.Countdown)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_clock_is_the_one_given_last_else_the_channels()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("follow add us-japan-autos zone:Geneva");

        (await desk.SayAsync("remind us-japan-autos D1 1h")).ShouldContain("04:59 Geneva");
        (await desk.SayAsync("remind us-japan-autos D1 2h zone:Tokyo")).ShouldContain("10:59 Tokyo");
        (await desk.SayAsync("remind us-japan-autos D1 3h")).ShouldContain("09:59 Tokyo");
    }

    [Fact]
    public async Task Follows_a_move_and_tells_of_each_place_once()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("remind us-japan-autos D1 2h");
        await desk.SayAsync("deadline move us-japan-autos D1 +3h");

        (await desk.AgendaAsync(MomentKind.Reminder)).ShouldHaveSingleItem().Due.ShouldBe(Falls + Duration.FromHours(1));
        await desk.ClaimAsync(MomentKind.Reminder, Falls + Duration.FromHours(1));
        await desk.SayAsync("deadline move us-japan-autos D1 +24h");
        await desk.ClaimAsync(MomentKind.Reminder, Falls + Duration.FromHours(25));

        (await desk.DeliveriesAsync(DeliveryKind.Reminder)).Count.ShouldBe(2);
        (await desk.AgendaAsync(MomentKind.Reminder)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_forgotten_a_month_after_it_was_told_and_not_before()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("remind us-japan-autos D1 2h");
        await desk.ClaimAsync(MomentKind.Reminder, Falls - TwoHours);

        await RemindAsync("in 48h", Duration.FromDays(2));
        var soon = await desk.ReadAsync(db => db.Reminders.CountAsync(TestContext.Current.CancellationToken));
        await RemindAsync("in 40d", Duration.FromDays(40));
        var late = await desk.ReadAsync(db => db.Reminders.Select(known => known.Subject).ToListAsync(TestContext.Current.CancellationToken));

        soon.ShouldBe(2);
        late.ShouldBe(["D3"]);

        async Task RemindAsync(string at, Duration after)
        {
            await desk.SayAsync($"deadline add us-japan-autos \"{at}\" \"another one\"");
            await desk.SayAsync($"remind us-japan-autos D{(after > Duration.FromDays(2) ? 3 : 2)} 1h");
            await desk.ClaimAsync(MomentKind.Reminder, desk.Now + after - Duration.FromHours(1));
        }
    }

    [Fact]
    public async Task Where_the_deadline_is_moved_nearer_than_the_span_it_is_told_at_once_as_late()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("remind us-japan-autos D1 24h");
        await desk.SayAsync("deadline move us-japan-autos D1 \"in 3h\"");

        await desk.ClaimAsync(MomentKind.Reminder, desk.Now);

        var told = (await desk.DeliveriesAsync(DeliveryKind.Reminder)).ShouldHaveSingleItem();
        var outgoing = new OutgoingPost(told.Key, told.Channel, new DeliveryCause(told.Kind, told.Talks, told.Code, told.Subject, told.Rung), told.Priority, told.DueAt, told.Post);
        PostText.Write(Lateness.Relabel(outgoing, [], desk.Now)).ShouldStartWith("LATE 21 h · 3 h to go · US–Japan automotive talks: luxury cars\nYour reminder, due 13:00");
    }

    [Fact]
    public async Task Is_gone_when_the_deadline_is_settled_and_back_when_that_is_taken_back()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("remind us-japan-autos D1 2h");

        await desk.SayAsync("deadline met us-japan-autos D1");
        (await desk.AgendaAsync(MomentKind.Reminder)).ShouldBeEmpty();
        (await desk.SayAsync("remind list")).ShouldStartWith("You have no reminders");

        await desk.SayAsync("undo");
        (await desk.AgendaAsync(MomentKind.Reminder)).ShouldHaveSingleItem();
        (await desk.SayAsync("remind")).ShouldStartWith("You have 1 reminder\nD1 2 h before");
    }

    [Fact]
    public async Task What_waits_to_be_sent_is_withdrawn_when_it_is_settled()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("remind us-japan-autos D1 2h");
        await desk.ClaimAsync(MomentKind.Reminder, Falls - TwoHours);

        await desk.SayAsync("deadline withdraw us-japan-autos D1");

        (await desk.DeliveriesAsync(DeliveryKind.Reminder)).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Cancelled);
    }

    [Fact]
    public async Task A_session_is_told_of_too_and_no_more_once_it_has_begun()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("session add us-japan-autos \"28 Jun 1995 11am Geneva\" who:\"Kantor and Hashimoto\"");
        await desk.SayAsync("remind us-japan-autos s1 30m");
        await desk.SayAsync("remind us-japan-autos S1 10m");

        await desk.ClaimAsync(MomentKind.Reminder, Instant.FromUtc(1995, 6, 28, 8, 30));
        await desk.SayAsync("session start us-japan-autos S1");

        (await desk.DeliveriesAsync(DeliveryKind.Reminder)).ShouldHaveSingleItem().Post.Title.ShouldBe("Starts in 30 min · US–Japan automotive talks: Kantor and Hashimoto");
        (await desk.AgendaAsync(MomentKind.Reminder)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Everybody_sees_and_ends_only_their_own_and_nobody_finds_them_among_the_receipts()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("remind us-japan-autos D1 2h");
        var bob = new Caller("Bob", Role.Reader, Some("terminal:desk"));

        (await desk.RunAsync("remind list", bob)).Body.Heading.ShouldBe("You have no reminders");
        (await desk.RunAsync("remind off", bob)).Body.Heading.ShouldBe("You have no reminders; /talks remind list shows those you have.");
        await desk.ClaimAsync(MomentKind.Reminder, Falls - TwoHours);
        (await desk.SayAsync("receipts")).ShouldNotContain("@ann");
    }

    [Fact]
    public async Task All_are_ended_at_once()
    {
        var (desk, _) = await OpenAsync();
        await using var __ = desk;
        await desk.SayAsync("remind us-japan-autos D1 2h");
        await desk.SayAsync("remind us-japan-autos D1 1h");

        (await desk.SayAsync("remind off")).ShouldBe("2 reminders ended");
        (await desk.AgendaAsync(MomentKind.Reminder)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("remind us-japan-autos D1 99h", "D1 falls in 1 d 13 h, so 4 d 3 h before is over; choose less.")]
    [InlineData("remind us-japan-autos D7 2h", "“D7” is no deadline or session of us-japan-autos that is to come.")]
    [InlineData("remind us-japan-autos D1 soon", "“soon” is no length of time; write 2h, 90m or 1d, 0 for the moment itself, or off.")]
    [InlineData("remind us-japan-autos D1", "Say how long before D1, such as 2h.")]
    [InlineData("remind us-japan-autos", "Say which deadline or session, such as D1 or S4.")]
    [InlineData("remind us-japan-autos D1 2h zone:CST", "CST")]
    [InlineData("remind nowhere D1 2h", "No talks have that name; /talks list shows those there are.")]
    [InlineData("remind us-japan-autos D1 off", "You have no reminders of D1 · US–Japan automotive talks; /talks remind list shows those you have.")]
    public async Task Refuses(string line, string why)
    {
        var (desk, platform) = await OpenAsync();
        await using var _ = desk;

        (await desk.RefusedAsync(line)).ShouldContain(why);

        platform.Posted.ShouldBeEmpty();
        (await CountAsync(desk)).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_twice_is_refused_and_writes_nobody_again()
    {
        var (desk, platform) = await OpenAsync();
        await using var _ = desk;
        await desk.SayAsync("remind us-japan-autos D1 2h");

        (await desk.RefusedAsync("remind us-japan-autos D1 120m")).ShouldBe("You are reminded of D1 2 h before already; /talks remind list shows all.");

        platform.Posted.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_takes_no_direct_messages_is_told_at_once_and_nothing_is_kept()
    {
        var (desk, platform) = await OpenAsync();
        await using var _ = desk;
        platform.Outcome = new PostOutcome.NotAllowed("That person takes no direct messages from the bot.", "Follow from elsewhere.");

        (await desk.RefusedAsync("remind us-japan-autos D1 2h")).ShouldBe(
            "You cannot be written to alone, so no reminder is set: That person takes no direct messages from the bot. Allow direct messages from the bot or from members of this server in your privacy settings, and ask again.");

        (await CountAsync(desk)).ShouldBe(0);
        (await desk.AgendaAsync(MomentKind.Reminder)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_connection_serves_the_asker_nothing_is_kept()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"luxury cars\"");

        (await desk.RefusedAsync("remind us-japan-autos D1 2h")).ShouldContain("no reminder is set: This process does not serve terminal");

        (await CountAsync(desk)).ShouldBe(0);
    }

    private static async Task<(NewsDesk Desk, StubPlatform Platform)> OpenAsync()
    {
        var platform = new StubPlatform("terminal", new ChannelCheck.Ready());
        var desk = await NewsDesk.OpenAsync(platform);
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"luxury cars\"");
        return (desk, platform);
    }

    private static Task<int> CountAsync(NewsDesk desk) => desk.ReadAsync(db => db.Reminders.CountAsync(TestContext.Current.CancellationToken));

    private static Core.Channels.ChannelAddress Some(string channel) =>
        Core.Channels.ChannelAddress.TryParse(channel, out var address) ? address : throw new InvalidOperationException(channel);
}
