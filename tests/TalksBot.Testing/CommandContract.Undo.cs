using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>Ben's reply has an Undo button.</content>
public abstract partial class CommandContract
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Undo_strikes_the_post_and_says_so_below_it_also_when_the_bot_was_restarted_before(bool restarts)
    {
        var reply = await DoAsync(Ben, Update);
        if (restarts)
        {
            await RestartAsync();
        }

        var undone = await Ben.PressAsync(reply, "Undo");
        await SettleAsync();

        undone.Text.ShouldContain("1 channel that had been told hears that it was taken back.");
        undone.Buttons.ShouldBeEmpty();
        Wire.Count.ShouldBe(2);
        Wire.ShouldAllBe(message => message.Text.Contains("UNDONE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Undo_brings_back_what_held_before()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 5h\" \"100% tariffs\"");
        var before = (await TalksAsync()).Deadlines[0];
        var reply = await DoAsync(Ben, $"deadline move {Slug} D1 +36h");
        var between = (await TalksAsync()).Deadlines[0];

        await Ben.PressAsync(reply, "Undo");
        await SettleAsync();

        between.At.ShouldNotBe(before.At);
        var after = (await TalksAsync()).Deadlines[0];
        (after.At, after.State).ShouldBe((before.At, before.State));
    }

    [Fact]
    public async Task Undo_pressed_twice_tells_the_channel_once()
    {
        var reply = await DoAsync(Ben, Update);

        await PressTogetherAsync(reply, "Undo", Ben, Ben);

        Wire.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Undo_is_refused_without_the_role_and_a_second_one_is_told_who_did_it()
    {
        var reply = await DoAsync(Ben, Update);
        var key = await ReadAsync(db => db.Acts.OrderByDescending(act => act.Id).Select(act => act.Key).FirstAsync(TestContext.Current.CancellationToken));

        var refused = await Cleo.RunAsync($"undo {key}");
        await SettleAsync();
        var untouched = Wire.ShouldHaveSingleItem().Text;
        await Ben.PressAsync(reply, "Undo");
        var second = await Dora.RunAsync($"undo {key}");
        await SettleAsync();

        refused.Text.ShouldContain("needs the role reporter");
        untouched.ShouldNotContain("UNDONE");
        second.Text.ShouldContain("That was undone already, by ben.");
        Wire.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Undo_after_five_minutes_says_that_the_change_stands()
    {
        var reply = await DoAsync(Ben, Update);
        await PassAsync(Duration.FromMinutes(6));

        var late = await Ben.PressAsync(reply, "Undo");
        await SettleAsync();

        late.Text.ShouldContain("more than 5 minutes ago and stands");
        Wire.ShouldHaveSingleItem().Text.ShouldNotContain("UNDONE");
    }
}
