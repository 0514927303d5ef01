using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>What would tell other channels is shown before it does.</summary>
public sealed class PreviewButtonTests
{
    [Fact]
    public async Task Which_shows_the_channels_by_their_names()
    {
        await using var room = await Newsroom.StartAsync();

        var which = (await room.Rig.RunAsync(
            room.Ben, "update add", ("talks", "us-japan-autos"), ("text", "They meet again."), ("source", "a senior US official"), ("tier", "official"), ("confirm", "which"))).Message!;

        CommandRig.Text(which).ShouldContain("Nothing is posted yet: it goes to 1 channel");
        CommandRig.Text(which).ShouldContain($"<#{room.Wire}>");
        CommandRig.Text(which).ShouldNotContain("discord:main");
        room.Seen(room.Wire).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_pressed_again_when_its_answer_was_lost_posts_nothing_more_and_can_be_undone(bool restarts)
    {
        await using var room = await Newsroom.StartAsync();
        var preview = (await AskAsync(room)).Message!;
        room.Rig.Discord.Faults.Add(new RestFault(RestFaultKind.MissingAccess) { Operation = "create_interaction_response" });
        var lost = room.Rig.PressAsync(room.Ben, preview, "Post");
        await Eventually.IsTrueAsync(() => room.Seen(room.Rig.Channel).Any(message => message.Content.Contains("was carried out", StringComparison.Ordinal)));
        if (restarts)
        {
            await room.RestartBotAsync();
        }

        var answers = await room.PressTogetherAsync(preview, "Post", room.Ben);

        // The answer takes the preview's place, which may be read before it has.
        answers.ShouldHaveSingleItem();
        await Eventually.IsTrueAsync(() => room.Rig.Discord.Messages(room.Rig.Channel, room.Ben).Single(message => message.Id == preview.Id)
            .Json.ToJsonString().Contains("That was carried out already, by ben; nothing was done again.", StringComparison.Ordinal));
        room.Seen(room.Wire).ShouldHaveSingleItem();
        CommandRig.Buttons(room.Rig.Discord.Messages(room.Rig.Channel, room.Ben).Single(message => message.Id == preview.Id)).Select(button => (string?)button["label"]).ShouldBe(["Receipts", "Undo"]);
        (await lost).Kind.ShouldBe(DiscordAnswerKind.Missed);
    }

    [Fact]
    public async Task Post_says_so_when_the_hour_is_over_and_posts_nothing()
    {
        await using var room = await Newsroom.StartAsync();
        var preview = (await AskAsync(room)).Message!;
        await room.PassAsync(Duration.FromMinutes(61));

        var answers = await room.PressTogetherAsync(preview, "Post", room.Ben);

        answers.ShouldHaveSingleItem().ShouldContain("give the command again");
        room.Seen(room.Wire).ShouldBeEmpty();
    }

    private static Task<DiscordAnswer> AskAsync(Newsroom room) => room.Rig.RunAsync(
        room.Ben, "update add", ("talks", "us-japan-autos"), ("text", "They meet again."), ("source", "a senior US official"), ("tier", "official"));
}
