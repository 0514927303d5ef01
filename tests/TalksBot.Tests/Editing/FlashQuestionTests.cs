using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>The question to a second editor: it shows the flash for as long as somebody may answer, and asks no longer than that.</summary>
public sealed class FlashQuestionTests
{
    private const string Words = "the minister resigns at noon";

    [Fact]
    public async Task A_killed_flash_is_asked_about_no_more()
    {
        await using var bot = await AskingAsync();

        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await bot.SettleAsync();

        var question = Question(bot);
        question.Buttons.ShouldBeEmpty();
        PostText.Write(question).ShouldNotContain(Words);
    }

    [Fact]
    public async Task A_kill_taken_back_asks_again_and_shows_the_words()
    {
        await using var bot = await AskingAsync();
        var before = PostText.Write(Question(bot));
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await bot.SettleAsync();

        await bot.DoAsync("/talks undo");
        await bot.SettleAsync();

        PostText.Write(Question(bot)).ShouldBe(before);
        Question(bot).Buttons.Select(button => button.Label).ShouldBe(["Approve", "Reject"]);
    }

    [Fact]
    public async Task An_approval_taken_back_asks_again_and_shows_the_words()
    {
        await using var bot = await AskingAsync();
        var before = PostText.Write(Question(bot));
        var ben = EditingDesk.Person("Ben");
        (await bot.SayAsync($"/talks update approve {FoundingNight.Slug} #1", ben)).Refused.ShouldBeFalse();
        await bot.SettleAsync();

        (await bot.SayAsync("/talks undo", ben)).Refused.ShouldBeFalse();
        await bot.SettleAsync();

        PostText.Write(Question(bot)).ShouldBe(before);
        bot.Shown("tokyo", DeliveryKind.Update).ShouldHaveSingleItem().ShouldNotContain(Words);
    }

    [Fact]
    public async Task A_flash_of_talks_closed_meanwhile_expires_like_any_other()
    {
        await using var bot = await AskingAsync();
        await bot.DoAsync($"/talks close {FoundingNight.Slug}");

        await bot.AdvanceAsync(Duration.FromMinutes(16));

        Question(bot).Buttons.ShouldBeEmpty();
        PostText.Write(Question(bot)).ShouldContain("EXPIRED");
    }

    private static async Task<TestBot> AskingAsync()
    {
        var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync(Words, "priority:flash");
        await bot.SettleAsync();
        return bot;
    }

    private static Post Question(TestBot bot) => bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Alarm).Post.Post;
}
