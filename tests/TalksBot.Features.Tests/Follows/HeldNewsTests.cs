using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Follows;

/// <summary>What becomes of news that quiet hours keep back when something else happens meanwhile, or after it was told.</summary>
public sealed class HeldNewsTests
{
    private static readonly Instant Night = Instant.FromUtc(1995, 6, 28, 3, 0);
    private static readonly Instant Waking = Instant.FromUtc(1995, 6, 28, 11, 0);

    [Fact]
    public async Task A_held_update_is_corrected_without_a_word_and_told_as_it_is_right()
    {
        await using var desk = await AsleepAsync();

        await desk.SayAsync("update correct us-japan-autos #1 \"The right word\"");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        (await desk.DeliveriesAsync(DeliveryKind.Correction)).ShouldBeEmpty();
        var text = await BundleAsync(desk);
        text.ShouldContain("“The right word”");
        text.ShouldNotContain("A word");
    }

    [Fact]
    public async Task A_held_update_that_is_killed_is_never_told()
    {
        await using var desk = await AsleepAsync();

        await desk.SayAsync("update kill us-japan-autos #1 \"the ministry denies it\"");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        var written = await desk.DeliveriesAsync(DeliveryKind.Update);
        written.Where(delivery => !delivery.IsSaidFromTheStart).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Cancelled);
        written.ShouldNotContain(delivery => delivery.State == DeliveryState.Sent);
        (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldBeEmpty();
        (await desk.DeliveriesAsync(DeliveryKind.Kill)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_told_in_a_bundle_is_corrected_there_and_in_a_post()
    {
        await using var desk = await ToldAsync();

        await desk.SayAsync("update correct us-japan-autos #1 \"The right word\"");

        (await desk.DeliveriesAsync(DeliveryKind.Correction)).ShouldHaveSingleItem();
        var edit = PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Bundle))[^1].Post);
        edit.ShouldStartWith("While this channel slept");
        edit.ShouldContain("#1 is corrected: see ");
        edit.ShouldContain("[does not hold any more: “A word”");
        edit.ShouldContain("“Another word”");
    }

    [Fact]
    public async Task An_update_told_in_a_bundle_and_killed_vanishes_from_it()
    {
        await using var desk = await ToldAsync();

        await desk.SayAsync("update kill us-japan-autos #1 \"the ministry denies it\"");

        var edit = PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Bundle))[^1].Post);
        edit.ShouldStartWith("While this channel slept");
        edit.ShouldContain("#1 was withdrawn by the desk");
        edit.ShouldNotContain("A word");
        edit.ShouldNotContain("#1 · UPDATE");
        edit.ShouldContain("“Another word”");
    }

    [Fact]
    public async Task An_update_taken_back_while_held_is_never_told()
    {
        await using var desk = await AsleepAsync();

        (await desk.SayAsync("undo")).ShouldContain("Nobody had been told.");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_taken_back_after_a_bundle_told_it_is_struck_there_alone()
    {
        await using var desk = await ToldAsync(second: Waking - Duration.FromMinutes(2));

        (await desk.SayAsync("undo")).ShouldContain("1 channel that had been told");

        var edit = PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Bundle))[^1].Post);
        edit.ShouldStartWith("UNDONE IN PART · While this channel slept");
        edit.ShouldContain("[does not hold any more: “Another word”");
        edit.ShouldContain("\n“A word”");
        (await desk.DeliveriesAsync(DeliveryKind.Undone)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_channel_that_leaves_is_told_nothing_of_it()
    {
        await using var desk = await AsleepAsync();

        await desk.SayAsync("follow remove us-japan-autos");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        (await desk.DeliveriesAsync(DeliveryKind.Update)).Where(delivery => delivery.Act is DeliveryAct.Post).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Cancelled);
        (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("quiet:none")]
    [InlineData("quiet:01:00-07:00")]
    [InlineData("zone:Tokyo")]
    public async Task A_channel_that_sleeps_no_more_is_told_at_once(string change)
    {
        await using var desk = await AsleepAsync();

        await desk.SayAsync($"follow set us-japan-autos {change}");

        var bundle = (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldHaveSingleItem();
        bundle.DueAt.ShouldBe(desk.Now);
        PostText.Write(bundle.Post).ShouldContain("1 update");
    }

    [Fact]
    public async Task A_channel_that_sleeps_longer_is_told_later()
    {
        await using var desk = await AsleepAsync();

        await desk.SayAsync("follow set us-japan-autos quiet:22:00-09:00");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldBeEmpty();
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking + Duration.FromHours(2));
        (await BundleAsync(desk)).ShouldStartWith("While this channel slept (22:00–09:00) · US–Japan automotive talks: 1 update");
    }

    [Fact]
    public async Task Quiet_hours_taken_back_hold_nothing_any_more()
    {
        await using var desk = await NewsDesk.OpenAsync(Night);
        await desk.SayAsync("follow add us-japan-autos");
        var set = await desk.RunAsync("follow set us-japan-autos quiet:22:00-07:00", "terminal:desk", Core.Commands.Role.Chief);
        await desk.SayAsync("update add us-japan-autos tier:official \"A word\" \"US officials\"");

        await desk.SayAsync(set.Body.Buttons.Single(button => button.Label == "Undo").Command);

        (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Pending);
    }

    [Fact]
    public async Task What_was_said_before_the_talks_were_closed_is_told_after()
    {
        await using var desk = await AsleepAsync();

        await desk.SayAsync("close us-japan-autos");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        (await BundleAsync(desk)).ShouldContain("“A word”");
    }

    private static async Task<NewsDesk> AsleepAsync()
    {
        var desk = await NewsDesk.OpenAsync(Night);
        await desk.SayAsync("follow add us-japan-autos quiet:22:00-07:00");
        await desk.SayAsync("update add us-japan-autos tier:official \"A word\" \"US officials\"");
        return desk;
    }

    /// <summary>Two updates told in a bundle that was sent.</summary>
    private static async Task<NewsDesk> ToldAsync(Instant? second = null)
    {
        var desk = await AsleepAsync();
        desk.Clock.AdvanceTo(second ?? Night);
        await desk.SayAsync("update add us-japan-autos tier:official \"Another word\" \"US officials\"");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);
        await desk.ChangeAsync(db =>
        {
            var bundle = db.Deliveries.Single(delivery => delivery.Kind == DeliveryKind.Bundle);
            bundle.Lease("sender", Instant.MaxValue);
            bundle.RecordSent("m1", bundle.Post, Waking);
        });
        return desk;
    }

    private static async Task<string> BundleAsync(NewsDesk desk) => PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldHaveSingleItem().Post);
}
