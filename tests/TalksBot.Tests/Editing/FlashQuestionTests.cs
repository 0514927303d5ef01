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

    [Fact]
    public async Task An_approved_flash_waits_for_nobody_any_more()
    {
        await using var bot = await AskingAsync();

        (await bot.SayAsync($"/talks update approve {FoundingNight.Slug} #1", EditingDesk.Person("Ben"))).Refused.ShouldBeFalse();
        await bot.SettleAsync();

        var question = PostText.Write(Question(bot));
        question.ShouldStartWith("FLASH approved · US–Japan automotive talks");
        question.ShouldContain("Approved by Ben");
        (await bot.EverythingAsync()).ShouldNotContain("waits");
        bot.Shown("tokyo", DeliveryKind.Update).ShouldHaveSingleItem().ShouldStartWith("FLASH · US–Japan automotive talks: “the minister");
    }

    [Fact]
    public async Task A_flash_that_differs_from_what_is_killed_is_not_called_killed()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync("the minister stays", "priority:urgent");
        await bot.AddAsync(Words, "priority:flash disputes:#1");
        (await bot.SayAsync($"/talks update approve {FoundingNight.Slug} #2", EditingDesk.Person("Ben"))).Refused.ShouldBeFalse();
        await bot.SettleAsync();

        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"not so\"");
        await bot.SettleAsync();

        var flash = bot.Platform.Showing.Last(seen => seen.Channel == "tokyo" && seen.Post.Cause is { Kind: DeliveryKind.Update, Subject: "#2" });
        flash.Text.ShouldStartWith($"FLASH · US–Japan automotive talks: “{Words}”");
        flash.Text.ShouldContain("#1 was withdrawn by the desk");
        (await bot.EverythingAsync()).ShouldNotContain("the minister stays");
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
