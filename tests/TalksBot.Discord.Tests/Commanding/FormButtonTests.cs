using Microsoft.EntityFrameworkCore;
using TalksBot.Simulators.Discord;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>What the forms behind Edit, Moved… and Outcome… show before anything is written into them.</summary>
public sealed class FormButtonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_still_to_be_said_is_empty_and_what_is_known_is_written()
    {
        await using var room = await Newsroom.StartAsync();
        var added = await AddAsync(room);
        Fields(await room.Rig.PressAsync(room.Ben, added, "Edit")).ShouldBe([("label", "100% tariffs"), ("reported", "none"), ("consequence", "none"), ("by", "none"), ("repeat", "none")], ignoreOrder: true);
        Fields(await room.Rig.PressAsync(room.Ben, added, "Move…"))[^1].Written.ShouldNotBeNull();
        var passed = await PassedAsync(room);
        var preview = (await room.Rig.RunAsync(room.Ben, "update add", ("talks", "us-japan-autos"), ("text", "They meet again."), ("source", "a senior US official"), ("tier", "official"))).Message!;

        Fields(await room.Rig.PressAsync(room.Ben, passed, "Moved…")).ShouldBe([("at", null), ("note", null), ("by", null)]);
        Fields(await room.Rig.PressAsync(room.Ben, passed, "Outcome…")).ShouldBe([("line", null), ("kind", "agreed")]);
        Fields(await room.Rig.PressAsync(room.Ben, preview, "Edit")).ShouldContain(("text", "They meet again."));
    }

    [Fact]
    public async Task What_is_left_blank_is_asked_for_again_and_changes_nothing()
    {
        await using var room = await Newsroom.StartAsync();
        await AddAsync(room);
        var passed = await PassedAsync(room);

        var opened = await room.Rig.PressAsync(room.Ben, passed, "Outcome…");
        var sent = await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, ("line", " "));

        CommandRig.Text(sent).ShouldContain("line");
        (await room.Rig.ReadAsync(db => db.Negotiations.SingleAsync(Token))).Outcome.ShouldBeNull();
    }

    private static IReadOnlyList<(string Name, string? Written)> Fields(DiscordAnswer opened)
    {
        opened.Kind.ShouldBe(DiscordAnswerKind.Modal);
        return [.. opened.Modal!["components"]!.AsArray().Select(label => ((string)label!["component"]!["custom_id"]!, (string?)label["component"]!["value"]))];
    }

    private static Task<PostedMessage> AddAsync(Newsroom room) =>
        room.DoAsync(room.Ben, room.Rig.Channel, "deadline add", ("talks", "us-japan-autos"), ("at", "in 2h"), ("label", "100% tariffs"));

    private static async Task<PostedMessage> PassedAsync(Newsroom room)
    {
        await room.PassAsync(Duration.FromMinutes(121));
        return room.Seen(room.Wire).Last(message => CommandRig.Text(message).Contains("Deadline passed", StringComparison.Ordinal));
    }
}
