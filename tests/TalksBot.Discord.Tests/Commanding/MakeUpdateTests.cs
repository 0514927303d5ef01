using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Negotiations;
using TalksBot.Simulators.Discord;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>Somebody picks "Make this an update" in the menu of a message.</summary>
public sealed class MakeUpdateTests
{
    private const string Words = "They are close, cleo says.\n\nMore at eleven.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_holds_the_message_and_what_is_sent_is_an_update_like_any_other()
    {
        await using var room = await Newsroom.StartAsync();
        var message = room.Rig.Discord.Say(room.Dora, room.Wire, $"They **are** close, <@{room.Rig.Cleo}> says.\n\n\nMore at eleven.");

        var opened = await PickAsync(room, room.Ben, message);
        var sent = await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, ("source", "a senior US official"), ("tier", "an official"));

        opened.Kind.ShouldBe(DiscordAnswerKind.Modal);
        Fields(opened).Select(field => (string?)field["custom_id"]).ShouldBe(["source", "tier", "text", "link"]);
        (Value(opened, "source"), Value(opened, "tier"), Value(opened, "text")).ShouldBe((null, null, Words));
        Value(opened, "link").ShouldNotBeNull().ShouldEndWith($"/channels/{room.Rig.Guild}/{room.Wire}/{message}");
        Hint(opened, "tier").ShouldContain("on-record, official, unnamed");
        CommandRig.Text(sent).ShouldContain("#1 added");
        var update = await room.Rig.ReadAsync(db => db.Set<Update>().SingleAsync(Token));
        update.Text.ShouldBe(Words);
        (update.Attribution, update.Sourcing).ShouldBe(("a senior US official", Sourcing.Official));
        update.Link!.AbsoluteUri.ShouldEndWith($"/{message}");
        room.Rig.Discord.Messages(room.Wire).ShouldAllBe(shown => shown.Pings.Users.Count == 0 || shown.Id == message);
    }

    [Theory]
    [InlineData("tier", "perhaps", "is not a tier")]
    [InlineData("source", "a source", "kind of source")]
    [InlineData("link", "nowhere", "The link is no web address")]
    public async Task A_form_that_is_refused_can_be_written_again_with_all_that_stood_in_it(string field, string wrong, string why)
    {
        await using var room = await Newsroom.StartAsync();
        var message = room.Rig.Discord.Say(room.Dora, room.Wire, "They meet again.");
        var opened = await PickAsync(room, room.Ben, message);
        var written = new Dictionary<string, string> { ["source"] = "a senior US official", ["tier"] = "official", [field] = wrong };

        var refused = await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, [.. written.Select(entry => (entry.Key, entry.Value))]);
        var again = await room.Rig.PressAsync(room.Ben, refused.Message!, "Write again");

        CommandRig.Text(refused).ShouldContain(why);
        written.ShouldAllBe(entry => Value(again, entry.Key) == entry.Value);
        Value(again, "text").ShouldBe("They meet again.");
        (await room.Rig.ReadAsync(db => db.Set<Update>().CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task Where_the_channel_follows_no_talks_they_are_asked_for_and_the_words_are_kept()
    {
        await using var room = await Newsroom.StartAsync();
        var message = room.Rig.Discord.Say(room.Dora, room.Rig.Channel, "They meet again.");
        var opened = await PickAsync(room, room.Ben, message, room.Rig.Channel);

        var asked = await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, ("source", "a senior US official"), ("tier", "official"));
        var preview = await room.Rig.PressAsync(room.Ben, asked.Message!, "us-japan-autos");
        await room.Rig.PressAsync(room.Ben, preview.Message!, "Post");
        await room.SettleAsync();

        CommandRig.Text(asked).ShouldContain("say which you mean");
        room.Seen(room.Wire)[^1].Content.ShouldContain("They meet again.");
    }

    [Fact]
    public async Task What_another_bot_wrote_in_a_card_is_read_and_a_message_without_words_says_so()
    {
        await using var room = await Newsroom.StartAsync();
        var card = room.Rig.Discord.Say(room.Dora, room.Wire, "", [new JsonObject { ["title"] = "Wire", ["description"] = "A deal is near." }]);
        var words = await PickAsync(room, room.Ben, card);
        var picture = room.Rig.Discord.Say(room.Dora, room.Wire, "", [new JsonObject { ["image"] = new JsonObject { ["url"] = "https://a.example/p.png" } }]);

        var none = await PickAsync(room, room.Ben, picture);

        Value(words, "text").ShouldBe("Wire\nA deal is near.");
        Value(none, "text").ShouldBeNull();
        Hint(none, "text").ShouldContain("no words of its own");
    }

    [Fact]
    public async Task A_message_too_long_for_an_update_is_shortened_and_that_is_said()
    {
        await using var room = await Newsroom.StartAsync();
        var before = room.Rig.Discord.Say(room.Dora, room.Wire, "", [new JsonObject { ["description"] = string.Concat(Enumerable.Repeat("They talk on. ", 200)) }]);

        var opened = await PickAsync(room, room.Ben, before);

        Value(opened, "text")!.Length.ShouldBeInRange(1_900, 2_000);
        Hint(opened, "text").ShouldContain("shortened: the message has 2,799 characters");
    }

    [Fact]
    public async Task Who_may_not_report_gets_no_form()
    {
        await using var room = await Newsroom.StartAsync();
        var message = room.Rig.Discord.Say(room.Dora, room.Wire, "They meet again.");

        CommandRig.Text(await PickAsync(room, room.Rig.Cleo, message)).ShouldContain("needs the role reporter");
    }

    private static Task<DiscordAnswer> PickAsync(Newsroom room, ulong user, ulong message, ulong? channel = null) =>
        room.Rig.Discord.RunOnMessageAsync(user, channel ?? room.Wire, message, MessageUpdate.Name, Token);

    private static IEnumerable<JsonNode> Fields(DiscordAnswer opened) => opened.Modal!["components"]!.AsArray().Select(label => label!["component"]!);

    private static string? Value(DiscordAnswer opened, string field) => (string?)Fields(opened).Single(input => (string?)input["custom_id"] == field)["value"];

    private static string Hint(DiscordAnswer opened, string field) =>
        (string)opened.Modal!["components"]!.AsArray().Single(label => (string?)label!["component"]!["custom_id"] == field)!["description"]!;
}
