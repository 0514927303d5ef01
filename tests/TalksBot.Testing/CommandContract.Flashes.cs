using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>Ben has written a flash, and the channel operations is asked for a second editor.</content>
public abstract partial class CommandContract
{
    private const string FlashWords = "They have agreed.";

    private ChatMessage Question => Operations.ShouldHaveSingleItem();

    [Fact]
    public async Task A_flash_is_refused_to_its_author_and_to_who_is_no_editor_and_nothing_goes_out()
    {
        await AskFlashAsync(Slug);

        var own = await PressTogetherAsync(Question, "Approve", Ben);
        var reader = await PressTogetherAsync(Question, "Approve", Cleo);

        own.ShouldHaveSingleItem().ShouldContain("#1 is your own flash; a second editor must approve it.");
        reader.ShouldHaveSingleItem().ShouldContain("needs the role editor");
        Wire.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_flash_notifies_whom_the_talks_escalate_to_where_it_is_asked()
    {
        await AskFlashAsync(Slug);

        Question.Pings.ShouldHaveSingleItem().ShouldContain(AdaId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_editor_sends_a_flash_also_when_the_bot_was_restarted_before(bool restarts)
    {
        await AskFlashAsync(Slug);
        await PressTogetherAsync(Question, "Approve", Ben);
        if (restarts)
        {
            await RestartAsync();
        }

        var answers = await PressTogetherAsync(Question, "Approve", Dora);

        answers.ShouldHaveSingleItem().ShouldContain("Flash #1 approved and sent");
        Wire.ShouldHaveSingleItem().Text.ShouldContain(FlashWords);
        Question.Text.ShouldContain("by dora");
        Question.Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_editors_at_once_send_a_flash_once_and_the_second_is_told_who_did()
    {
        await AskFlashAsync(Slug);

        var answers = await PressTogetherAsync(Question, "Approve", Dora, Ada);

        answers.ShouldContain(text => text.Contains("Flash #1 approved and sent", StringComparison.Ordinal), 1);
        answers.ShouldContain(text => text.Contains("#1 was approved already, by ", StringComparison.Ordinal), 1);
        Wire.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_flash_of_talks_with_the_longest_name_can_be_approved()
    {
        var slug = new string('x', 60);
        await DoAsync(Ben, $"open {slug} \"Steel talks\" follow:no");

        await AskFlashAsync(slug);

        (await PressTogetherAsync(Question, "Approve", Dora)).ShouldHaveSingleItem().ShouldContain("approved and sent");
    }

    private async Task AskFlashAsync(string slug) =>
        (await DoAsync(Ben, $"update add {slug} \"{FlashWords}\" \"a senior US official\" tier:official priority:flash")).Text.ShouldContain("#1 waits for a second editor");
}
