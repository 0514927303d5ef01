using TalksBot.Simulators.Discord;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>The half-hour alert of D1 stands in the channel wire and asks whether anybody has seen it.</summary>
public sealed class AcknowledgeButtonTests
{
    private const string Escalated = "Nobody has acknowledged";

    [Fact]
    public async Task Two_who_press_at_once_acknowledge_once_and_the_second_is_told_who_did()
    {
        await using var room = await StartAsync();

        var answers = await room.PressTogetherAsync(Alert(room), "Acknowledge", room.Ben, room.Rig.Cleo);

        answers.ShouldContain(text => text.Contains("D1: Acknowledged by ", StringComparison.Ordinal), 1);
        answers.ShouldContain(text => text.Contains("acknowledged D1 here already", StringComparison.Ordinal), 1);
        var shown = Alert(room);
        CommandRig.Text(shown).ShouldContain("Acknowledged by ");
        CommandRig.Buttons(shown).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_who_presses_twice_is_told_that_it_works_once()
    {
        await using var room = await StartAsync();

        var answers = await room.PressTogetherAsync(Alert(room), "Acknowledge", room.Rig.Cleo, room.Rig.Cleo);

        answers.ShouldContain(text => text.Contains("D1: Acknowledged by cleo", StringComparison.Ordinal), 1);
        answers.ShouldContain(text => text.Contains("carried out already, by cleo", StringComparison.Ordinal), 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_press_keeps_anybody_from_being_called_also_when_the_bot_was_restarted_before(bool restarts)
    {
        await using var room = await StartAsync();
        if (restarts)
        {
            await room.RestartBotAsync();
        }

        await room.PressTogetherAsync(Alert(room), "Acknowledge", room.Rig.Cleo);
        await room.PassAsync(Duration.FromMinutes(20));

        room.Seen(room.Wire).ShouldNotContain(message => CommandRig.Text(message).Contains(Escalated, StringComparison.Ordinal));
        CommandRig.Text(room.Seen(room.Wire)[^1]).ShouldContain("Acknowledged by cleo");
    }

    [Fact]
    public async Task When_nobody_presses_somebody_is_called()
    {
        await using var room = await StartAsync();

        await room.PassAsync(Duration.FromMinutes(12));

        var call = room.Seen(room.Wire)[^1];
        CommandRig.Text(call).ShouldContain(Escalated);
        call.Pings.Users.ShouldBe([$"{room.Rig.Ada}"]);
    }

    private static async Task<Newsroom> StartAsync()
    {
        var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, room.Rig.Channel, "deadline add", ("talks", "us-japan-autos"), ("at", "in 2h"), ("label", "100% tariffs"));
        await room.PassAsync(Duration.FromMinutes(91));
        return room;
    }

    private static PostedMessage Alert(Newsroom room) => room.Seen(room.Wire)[0];
}
