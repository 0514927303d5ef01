namespace TalksBot.Discord.Tests.Commanding;

/// <summary>The half-hour alert of D1 stands in the channel wire and asks whether anybody has seen it.</summary>
public sealed class AcknowledgeButtonTests
{
    [Fact]
    public async Task One_who_presses_twice_is_told_that_it_works_once()
    {
        await using var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, room.Rig.Channel, "deadline add", ("talks", "us-japan-autos"), ("at", "in 2h"), ("label", "100% tariffs"));
        await room.PassAsync(Duration.FromMinutes(91));

        var answers = await room.PressTogetherAsync(room.Seen(room.Wire)[0], "Acknowledge", room.Rig.Cleo, room.Rig.Cleo);

        answers.ShouldContain(text => text.Contains("D1: Acknowledged by cleo", StringComparison.Ordinal), 1);
        answers.ShouldContain(text => text.Contains("carried out already, by cleo", StringComparison.Ordinal), 1);
    }
}
