using TalksBot.Simulators.Slack;

namespace TalksBot.Slack.Tests.Commanding;

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
        shown.Shown.ShouldContain("Acknowledged by ");
        CommandRig.Labels(shown).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_press_keeps_anybody_from_being_called_by_socket_or_by_http_and_after_a_restart(bool byHttp, bool restarts)
    {
        await using var room = await StartAsync(byHttp);
        if (restarts)
        {
            await room.Rig.RestartBotAsync();
        }

        await room.PressTogetherAsync(Alert(room), "Acknowledge", room.Rig.Cleo);
        await room.PassAsync(Duration.FromMinutes(20));

        room.Seen(room.Wire).ShouldNotContain(message => message.Shown.Contains(Escalated, StringComparison.Ordinal));
        room.Seen(room.Wire)[^1].Shown.ShouldContain("Acknowledged by cleo");
    }

    [Fact]
    public async Task When_nobody_presses_somebody_is_called()
    {
        await using var room = await StartAsync();

        await room.PassAsync(Duration.FromMinutes(12));

        var call = room.Seen(room.Wire)[^1];
        call.Shown.ShouldContain(Escalated);
        call.Pings.ShouldBe([$"<@{room.Rig.Ada}>"]);
    }

    private static async Task<Newsroom> StartAsync(bool byHttp = false)
    {
        var room = await Newsroom.StartAsync(byHttp);
        await room.DoAsync(room.Ben, "deadline add us-japan-autos \"in 2h\" \"100% tariffs\"");
        await room.PassAsync(Duration.FromMinutes(91));
        return room;
    }

    private static PostedMessage Alert(Newsroom room) => room.Seen(room.Wire)[0];
}
