using TalksBot.Simulators.Discord;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>Ben has written a flash, and the channel operations is asked for a second editor.</summary>
public sealed class FlashButtonTests
{
    private const string Words = "They have agreed.";

    [Fact]
    public async Task Its_author_is_refused_in_private_and_nothing_goes_out()
    {
        await using var room = await StartAsync();

        var answers = await room.PressTogetherAsync(Question(room), "Approve", room.Ben);

        answers.ShouldHaveSingleItem().ShouldContain("#1 is your own flash; a second editor must approve it.");
        room.Seen(room.Wire).ShouldBeEmpty();
        CommandRig.Buttons(Question(room)).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Somebody_who_is_no_editor_is_refused_in_private()
    {
        await using var room = await StartAsync();

        var answers = await room.PressTogetherAsync(Question(room), "Approve", room.Rig.Cleo);

        answers.ShouldHaveSingleItem().ShouldContain("needs the role editor");
        room.Seen(room.Wire).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_editor_sends_it_also_when_the_bot_was_restarted_before(bool restarts)
    {
        await using var room = await StartAsync();
        if (restarts)
        {
            await room.RestartBotAsync();
        }

        var answers = await room.PressTogetherAsync(Question(room), "Approve", room.Dora);

        answers.ShouldHaveSingleItem().ShouldContain("Flash #1 approved and sent");
        CommandRig.Text(room.Seen(room.Wire).ShouldHaveSingleItem()).ShouldContain(Words);
        CommandRig.Text(Question(room)).ShouldContain("by dora");
        CommandRig.Buttons(Question(room)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_editors_at_once_send_it_once_and_the_second_is_told_who_did()
    {
        await using var room = await StartAsync();

        var answers = await room.PressTogetherAsync(Question(room), "Approve", room.Dora, room.Rig.Ada);

        answers.ShouldContain(text => text.Contains("Flash #1 approved and sent", StringComparison.Ordinal), 1);
        answers.ShouldContain(text => text.Contains("#1 was approved already, by ", StringComparison.Ordinal), 1);
        room.Seen(room.Wire).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_question_of_talks_with_the_longest_name_has_its_buttons()
    {
        await using var room = await Newsroom.StartAsync();
        var slug = new string('x', 60);
        await room.DoAsync(room.Ben, room.Rig.Channel, "open", ("slug", slug), ("title", "Steel talks"));

        await room.DoAsync(
            room.Ben, room.Rig.Channel, "update add", ("talks", slug), ("text", Words), ("source", "a senior US official"), ("tier", "official"), ("priority", "flash"));

        (await room.PressTogetherAsync(Question(room), "Approve", room.Dora)).ShouldHaveSingleItem().ShouldContain("approved and sent");
    }

    private static async Task<Newsroom> StartAsync()
    {
        var room = await Newsroom.StartAsync();
        CommandRig.Text(await room.UpdateAsync(room.Ben, Words, "flash")).ShouldContain("#1 waits for a second editor");
        return room;
    }

    private static PostedMessage Question(Newsroom room) => room.Seen(room.Operations).ShouldHaveSingleItem();
}
