using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>What would tell other channels is shown before it does.</content>
public abstract partial class CommandContract
{
    [Fact]
    public async Task Nothing_is_posted_before_a_press_and_pressing_twice_posts_once()
    {
        var preview = await Ben.RunAsync(Update);
        await SettleAsync();
        var before = Wire.Count;

        var answers = await PressTogetherAsync(preview, "Post", Ben, Ben);

        before.ShouldBe(0);
        preview.Text.ShouldContain("Nothing is posted yet: this would tell 1 channel");
        preview.Text.ShouldContain("They meet again.");
        answers.ShouldContain(text => text.Contains("#1 added ·", StringComparison.Ordinal));
        Wire.ShouldHaveSingleItem().Text.ShouldContain("They meet again.");
    }

    [Fact]
    public async Task Cancel_posts_nothing_and_leaves_no_button()
    {
        var preview = await Ben.RunAsync(Update);

        var cancelled = await Ben.PressAsync(preview, "Cancel");
        await SettleAsync();

        cancelled.Text.ShouldContain("Cancelled: nothing was posted and nothing was changed.");
        cancelled.Buttons.ShouldBeEmpty();
        Wire.ShouldBeEmpty();
        (await Ben.RunAsync($"update list {Slug}")).Text.ShouldNotContain("They meet again.");
    }

    [Fact]
    public async Task Post_works_after_a_restart_within_the_hour()
    {
        var preview = await Ben.RunAsync(Update);
        await RestartAsync();

        var answer = await Ben.PressAsync(preview, "Post");
        await SettleAsync();

        answer.Text.ShouldContain("#1 added ·");
        Wire.ShouldHaveSingleItem().Text.ShouldContain("They meet again.");
    }
}
