using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>The app's own page: what stands, and the jobs that can be done there.</summary>
public sealed class HomeTabTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Shows_what_stands_to_whoever_opens_it_with_what_they_may_do(bool byHttp)
    {
        await using var room = await Newsroom.StartAsync(byHttp);
        await room.DoAsync(room.Ben, "deadline add us-japan-autos \"in 2h\" \"100% tariffs\"");
        await room.DoAsync(room.Ben, "update add us-japan-autos \"They meet again.\" \"a senior US official\" tier:official embargo:\"in 3h\"");

        await OpenAsync(room, room.Ben);
        await OpenAsync(room, room.Rig.Cleo);

        Shown(room, room.Ben).ShouldContain("D1 100% tariffs");
        Shown(room, room.Ben).ShouldContain("The desk is well");
        Labels(room, room.Ben).ShouldBe(["First deadline…", "Deadline…", "Report an update…", "Move D1…", "Edit D1…", "Acknowledge", "Catch up"]);
        Shown(room, room.Rig.Cleo).ShouldContain("a chief gives you a role");
        Labels(room, room.Rig.Cleo).ShouldBe(["Acknowledge", "Catch up"]);
        Shown(room, room.Ben).ShouldNotContain("They meet again.");
        room.Rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_sent_from_it_is_answered_there_and_what_stands_is_shown_anew()
    {
        await using var room = await Newsroom.StartAsync();
        await OpenAsync(room, room.Ben);

        var form = await PressAsync(room, "Deadline…");
        var sent = await room.Rig.Slack.SubmitAsync(room.Ben, form.ViewId(), new JsonObject { ["at"] = "in 2h", ["label"] = "100% tariffs" }, Token);

        sent.Errors.ShouldBeEmpty();
        Shown(room, room.Ben).ShouldContain("D1 set");
        Shown(room, room.Ben).ShouldContain("What stands");
        Labels(room, room.Ben).ShouldContain("Undo");
        Labels(room, room.Ben).ShouldContain("Move D1…");
        room.Rig.Slack.Messages(room.Rig.Slack.DirectChannel(room.Ben), room.Ben).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_is_shown_first_and_told_by_a_press_there()
    {
        await using var room = await Newsroom.StartAsync();
        await OpenAsync(room, room.Ben);

        var form = await PressAsync(room, "Report an update…");
        var refused = await room.Rig.Slack.SubmitAsync(room.Ben, form.ViewId(), Written("perhaps"), Token);
        await room.Rig.Slack.SubmitAsync(room.Ben, form.ViewId(), Written("official"), Token);
        await PressAsync(room, "Post");
        await room.SettleAsync();

        refused.Errors.ShouldHaveSingleItem().Key.ShouldBe("tier");
        room.Seen(room.Wire)[^1].Shown.ShouldContain("They meet again.");
        Shown(room, room.Ben).ShouldContain("#1 added");
        (await room.Rig.ReadAsync(db => db.Set<Update>().CountAsync(Token))).ShouldBe(1);
    }

    [Fact]
    public async Task Where_several_talks_are_open_they_are_asked_for_and_what_was_written_is_kept()
    {
        await using var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, "open steel \"Steel talks\" follow:no");
        await OpenAsync(room, room.Ben);

        var form = await PressAsync(room, "Report an update…");
        await room.Rig.Slack.SubmitAsync(room.Ben, form.ViewId(), Written("official"), Token);
        var asked = (Shown(room, room.Ben), Labels(room, room.Ben));
        await PressAsync(room, "steel");

        asked.Item1.ShouldContain("Several talks are open; say which you mean.");
        asked.Item2.Take(3).ShouldBe(["steel", "us-japan-autos", "Write again"]);
        Shown(room, room.Ben).ShouldContain("They meet again.");
        (await room.Rig.ReadAsync(db => db.Set<Update>().CountAsync(Token))).ShouldBe(1);
    }

    [Fact]
    public async Task An_alert_in_any_channel_is_acknowledged_there()
    {
        await using var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, "deadline add us-japan-autos \"in 2h\" \"100% tariffs\"");
        await room.PassAsync(Duration.FromMinutes(91));
        await OpenAsync(room, room.Ben);

        await PressAsync(room, "Acknowledge D1");
        await room.SettleAsync();

        Shown(room, room.Ben).ShouldContain("D1: Acknowledged by ben");
        room.Seen(room.Wire)[0].Shown.ShouldContain("Acknowledged by ben");
    }

    [Fact]
    public async Task Many_deadlines_are_counted_and_turned_page_by_page_within_the_limits_of_a_view()
    {
        await using var room = await Newsroom.StartAsync();
        for (var hour = 1; hour <= 12; hour++)
        {
            await room.DoAsync(room.Ben, $"deadline add us-japan-autos \"in {hour}h\" \"{new string('x', 190)} {hour}\" consequence:\"{new string('y', 500)}\"");
        }

        await OpenAsync(room, room.Ben);
        var first = Shown(room, room.Ben);
        await PressAsync(room, "More");
        var second = Shown(room, room.Ben);
        await PressAsync(room, "Back");
        await PressAsync(room, "Move or edit");

        first.ShouldContain("and 2 more");
        second.ShouldContain("page 2 of 2");
        second.ShouldNotContain("page 1 of 2");
        Labels(room, room.Ben).Count(label => label.StartsWith("Move D", StringComparison.Ordinal)).ShouldBe(10);
        Labels(room, room.Ben).ShouldContain("What stands");
        room.Rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_Home_tab_it_is_told_once_how_to_switch_it_on()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Calm with { HomeTab = false }, _ => [], _ => { });

        rig.Slack.OpenHome(rig.Ada);
        await rig.RaisedAsync();
        rig.Slack.OpenHome(rig.Cleo);
        await Eventually.IsTrueAsync(() => rig.Slack.Stats.Requests.GetValueOrDefault("views.publish") == 2);

        rig.RaisedOnce(trouble => trouble.What == "slack:main has no Home tab, so nobody sees there what stands." && trouble.Advice.Contains("manifest slack"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("desk")]
    public async Task The_command_without_words_shows_the_same(string line)
    {
        await using var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, "deadline add us-japan-autos \"in 2h\" \"100% tariffs\"");

        var answer = CommandRig.Message(await room.Rig.RunAsync(room.Ben, line));
        var form = await room.Rig.PressAsync(room.Ben, answer, "Move D1…");

        answer.Shown.ShouldContain("What stands");
        answer.OnlyFor.ShouldBe(room.Ben);
        form.ViewId().ShouldNotBeEmpty();
    }

    private static JsonObject Written(string tier) => new() { ["text"] = "They meet again.", ["source"] = "a senior US official", ["tier"] = tier };

    private static async Task OpenAsync(Newsroom room, string user)
    {
        room.Rig.Slack.OpenHome(user);
        await Eventually.IsTrueAsync(() => room.Rig.Slack.HomeOf(user) is not null);
    }

    private static async Task<SlackAnswer> PressAsync(Newsroom room, string button)
    {
        var answer = await room.Rig.Slack.PressAtHomeAsync(room.Ben, button, Token);
        (answer.Kind, answer.Failure).ShouldBe((SlackAnswerKind.Acked, null));
        return answer;
    }

    private static JsonArray Blocks(Newsroom room, string user) => room.Rig.Slack.HomeOf(user)!["blocks"]!.AsArray();

    private static string Shown(Newsroom room, string user) => string.Concat(Texts(Blocks(room, user)));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject json => json.SelectMany(pair => pair is { Key: "text", Value: JsonValue text } ? [$"{text}\n"] : Texts(pair.Value)),
        _ => [],
    };

    private static IReadOnlyList<string> Labels(Newsroom room, string user) =>
        [.. Blocks(room, user).Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray()).Select(button => (string)button!["text"]!["text"]!)];
}
