using TalksBot.Simulators.Slack;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>What the forms behind Edit, Moved… and Outcome… show before anything is written into them.</summary>
public sealed class FormButtonTests
{
    [Fact]
    public async Task What_is_still_to_be_said_is_empty_and_what_is_known_is_written()
    {
        await using var room = await Newsroom.StartAsync();
        var added = await room.DoAsync(room.Ben, "deadline add us-japan-autos \"in 2h\" \"100% tariffs\"");
        await room.PassAsync(Duration.FromMinutes(121));
        var passed = room.Seen(room.Wire).Last(message => message.Shown.Contains("Deadline passed", StringComparison.Ordinal));

        Fields(await room.Rig.PressAsync(room.Ben, passed, "Moved…")).ShouldBe([("at", null), ("note", null), ("by", null)]);
        Fields(await room.Rig.PressAsync(room.Ben, passed, "Outcome…")).ShouldBe([("line", null), ("kind", "agreed")]);
        Fields(await room.Rig.PressAsync(room.Ben, added, "Edit")).ShouldBe([("label", "100% tariffs"), ("reported", "none"), ("consequence", "none"), ("by", "none"), ("repeat", "none")], ignoreOrder: true);
        Fields(await room.Rig.PressAsync(room.Ben, added, "Move…"))[^1].Written.ShouldNotBeNull();
    }

    private static IReadOnlyList<(string Name, string? Written)> Fields(SlackAnswer opened) =>
        [.. opened.View!["blocks"]!.AsArray().Select(block => ((string)block!["block_id"]!, (string?)block["element"]!["initial_value"]))];
}
