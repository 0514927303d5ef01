using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Negotiations;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>Somebody picks "Make this an update" in the menu of a message.</summary>
public sealed class MakeUpdateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_form_holds_the_message_and_what_is_sent_is_an_update_like_any_other(bool byHttp)
    {
        await using var room = await Newsroom.StartAsync(byHttp);
        var ts = room.Rig.Slack.Say(room.Wire, room.Dora, $"They *are* close, <@{room.Rig.Cleo}> &amp; <!here> say.\n\n\nSee <https://a.example/_b_|the paper>.");

        var opened = await PickAsync(room, room.Ben, ts);
        var sent = await room.Rig.Slack.SubmitAsync(room.Ben, opened.ViewId(), new JsonObject { ["source"] = "a senior US official", ["tier"] = "official" }, Token);
        await room.SettleAsync();

        Fields(opened).Select(field => (string?)field["block_id"]).ShouldBe(["source", "tier", "text", "link"]);
        (Value(opened, "source"), Value(opened, "tier")).ShouldBe((null, null));
        Value(opened, "text").ShouldBe("They are close, cleo & here say.\n\nSee the paper (https://a.example/_b_).");
        Value(opened, "link").ShouldNotBeNull().ShouldEndWith($"/archives/{room.Wire}/p{ts.Replace(".", "", StringComparison.Ordinal)}");
        sent.Errors.ShouldBeEmpty();
        var update = await room.Rig.ReadAsync(db => db.Set<Update>().SingleAsync(Token));
        update.Text.ShouldBe("They are close, cleo & here say.\n\nSee the paper (https://a.example/_b_).");
        ((string?)opened.View!["title"]!["text"]).ShouldBe("Report an update");
        (update.Attribution, update.Sourcing).ShouldBe(("a senior US official", Sourcing.Official));
        await Eventually.IsTrueAsync(() => room.Answers(room.Wire, room.Ben).Any(answer => answer.Contains("#1 added", StringComparison.Ordinal)));
        room.Rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tier", "perhaps", "is not a tier")]
    [InlineData("source", "a source", "kind of source")]
    [InlineData("link", "nowhere", "The link is no web address")]
    public async Task A_refusal_stands_in_the_form_beside_the_field_that_it_is_about(string field, string wrong, string why)
    {
        await using var room = await Newsroom.StartAsync();
        var ts = room.Rig.Slack.Say(room.Wire, room.Dora, "They meet again.");
        var opened = await PickAsync(room, room.Ben, ts);

        var refused = await room.Rig.Slack.SubmitAsync(room.Ben, opened.ViewId(), new JsonObject { ["source"] = "a senior US official", ["tier"] = "official", [field] = wrong }, Token);

        refused.Errors.ShouldHaveSingleItem().Key.ShouldBe(field);
        refused.Errors[field].ShouldContain(why);
        refused.ViewId().ShouldBe(opened.ViewId());
    }

    [Fact]
    public async Task Where_the_channel_follows_no_talks_they_are_asked_for_and_the_words_are_kept()
    {
        await using var room = await Newsroom.StartAsync();
        var ts = room.Rig.Slack.Say(room.Rig.Channel, room.Dora, "They meet again.");
        var opened = await PickAsync(room, room.Ben, ts, room.Rig.Channel);

        await room.Rig.Slack.SubmitAsync(room.Ben, opened.ViewId(), new JsonObject { ["source"] = "a senior US official", ["tier"] = "official" }, Token);
        await Eventually.IsTrueAsync(() => Asked(room) is not null);
        var preview = await room.Rig.PressAsync(room.Ben, Asked(room)!, "us-japan-autos");
        await room.Rig.PressAsync(room.Ben, CommandRig.Message(preview), "Post");
        await room.SettleAsync();

        room.Seen(room.Wire)[^1].Shown.ShouldContain("They meet again.");
    }

    [Fact]
    public async Task A_message_in_a_thread_is_answered_there_and_its_address_leads_there()
    {
        await using var room = await Newsroom.StartAsync();
        var root = room.Rig.Slack.Say(room.Wire, room.Dora, "What of the paper?");
        var reply = room.Rig.Slack.Say(room.Wire, room.Dora, "They read it.", root);

        var opened = await PickAsync(room, room.Ben, reply);

        Value(opened, "link").ShouldNotBeNull().ShouldEndWith($"?thread_ts={root}&cid={room.Wire}");
    }

    [Fact]
    public async Task Who_may_not_report_gets_no_form()
    {
        await using var room = await Newsroom.StartAsync();
        var ts = room.Rig.Slack.Say(room.Wire, room.Dora, "They meet again.");

        var answer = await PickAsync(room, room.Rig.Cleo, ts);

        answer.View.ShouldBeNull();
        answer.Shown.ShouldContain("needs the role reporter");
    }

    private static Task<SlackAnswer> PickAsync(Newsroom room, string user, string ts, string? channel = null) =>
        room.Rig.Slack.ShortcutAsync(user, channel ?? room.Wire, ts, MessageUpdate.Name, Token);

    private static PostedMessage? Asked(Newsroom room) => room.Rig.Slack.Messages(room.Rig.Channel, room.Ben).LastOrDefault(message => message.Shown.Contains("say which you mean", StringComparison.Ordinal));

    private static IEnumerable<JsonNode> Fields(SlackAnswer opened) => opened.View!["blocks"]!.AsArray().Select(block => block!);

    private static string? Value(SlackAnswer opened, string field) => (string?)Fields(opened).Single(block => (string?)block["block_id"] == field)["element"]!["initial_value"];
}
