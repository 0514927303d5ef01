using Microsoft.EntityFrameworkCore;
using Shouldly;
using TalksBot.Core.Negotiations;
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
    public async Task Undo_after_five_minutes_shows_first_what_holds_again_and_what_it_would_tell()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 5h\" \"100% tariffs\"");
        var reply = await DoAsync(Ben, $"deadline move {Slug} D1 +36h");
        await PassAsync(Duration.FromMinutes(6));

        var preview = await Ben.PressAsync(reply, "Undo");
        await SettleAsync();
        var between = (await TalksAsync()).Deadlines[0].State;
        var done = await Ben.PressAsync(preview, "Post");
        await SettleAsync();

        preview.Text.ShouldContain("Nothing is posted yet: this would tell 1 channel");
        preview.Text.ShouldContain("D1 stands at ");
        between.ShouldBe(DeadlineState.Moved);
        done.Text.ShouldContain("Undone: deadline move of D1");
        done.Buttons.ShouldNotContain("Undo");
        (await TalksAsync()).Deadlines[0].State.ShouldBe(DeadlineState.Standing);
        Wire[0].Text.ShouldContain("UNDONE");
    }

    [Fact]
    public async Task What_meant_Post_a_moment_ago_never_means_Undo()
    {
        var preview = await Ben.RunAsync(Update);
        var place = preview.Buttons.ToList().IndexOf("Post");

        var done = await Ben.PressAsync(preview, "Post");

        done.Buttons.ShouldContain("Undo");
        done.Buttons[place].ShouldNotBe("Undo");
    }
}
