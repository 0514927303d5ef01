using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Slack.Commanding;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>What Slack would never send, sends seldom, or sends twice.</summary>
public sealed class OddEnvelopeTests
{
    private readonly WatchedDesk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"block_actions"}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1"},"actions":[]}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1"},"actions":[{"type":"button"}]}""")]
    [InlineData("""{"type":"block_actions","user":{"id":"U1"},"view":{"id":"V1"},"actions":[{"type":"button","action_id":"r:00:note x"}]}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","callback_id":"talks","private_metadata":"["}}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","callback_id":"elsewhere"}}""")]
    [InlineData("""{"type":"view_closed","user":{"id":"U1"},"view":{"id":"V1"}}""")]
    [InlineData("""{"type":"shortcut","callback_id":"x"}""")]
    public async Task An_interaction_that_means_nothing_here_is_acknowledged_and_runs_nothing(string payload)
    {
        await using var rig = await CommandRig.StartAsync(_desk);

        var receipt = await ReceiveAsync(rig, IncomingReader.Interaction(Parse(payload)));

        (await receipt.Given.WaitAsync(TimeSpan.FromSeconds(5), Token)).ShouldBeNull();
        _desk.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_press_on_a_message_of_70_KB_runs_once()
    {
        await using var rig = await CommandRig.StartAsync(_desk);
        var press = Press(rig);
        press["message"] = new JsonObject { ["ts"] = "1.000001", ["text"] = new string('x', 70 * 1024), ["blocks"] = new JsonArray(new JsonObject { ["type"] = "new_kind" }) };

        await ReceiveAsync(rig, IncomingReader.Interaction(Parse(press.ToJsonString())));

        _desk.Calls.ShouldHaveSingleItem()["text"].ShouldBe("big");
    }

    [Theory]
    [InlineData("T0000000009", null)]
    [InlineData(null, "T0000000009")]
    public async Task Somebody_of_another_workspace_is_turned_away(string? team, string? homeTeam)
    {
        await using var rig = await CommandRig.StartAsync(_desk);
        var press = Press(rig);
        press["team"]!["id"] = team ?? rig.Slack.TeamId;
        press["user"]!["team_id"] = homeTeam;
        var command = new SlashCommand("/talks", rig.Cleo, rig.Channel, team ?? homeTeam!, "note foreign");

        await ReceiveAsync(rig, IncomingReader.Interaction(Parse(press.ToJsonString())));
        var receipt = await ReceiveAsync(rig, command);

        _desk.Calls.ShouldBeEmpty();
        (await receipt.Given)!.Json.GetRawText().ShouldContain("not in use in your workspace");
    }

    [Fact]
    public async Task An_event_told_twice_runs_once()
    {
        await using var rig = await CommandRig.StartAsync(_desk);
        var ts = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.000001";
        var mention = new AppMention(rig.Channel, rig.Cleo, ts, $"<@{rig.Slack.BotUserId}> note once") { EventId = "Ev1", TeamId = rig.Slack.TeamId };

        await Task.WhenAll(ReceiveAsync(rig, mention), ReceiveAsync(rig, mention with { Text = mention.Text }));

        _desk.Calls.ShouldHaveSingleItem()["text"].ShouldBe("once");
    }

    [Fact]
    public async Task A_bug_in_one_visit_stops_there()
    {
        _desk.Answer = call => call["text"] == "bug" ? throw new InvalidOperationException("A bug.") : Core.Commands.Reply.Answer("fine");
        await using var rig = await CommandRig.StartAsync(_desk, CommandRig.Calm with { AnswerPatience = TimeSpan.Zero });

        var broken = await rig.RunAsync(rig.Cleo, "note bug");
        var next = await rig.RunAsync(rig.Cleo, "note next");

        broken.Messages.ShouldBeEmpty();
        next.Shown.ShouldContain("fine");
        rig.RaisedNothing();
    }

    private static async Task<HttpReceipt> ReceiveAsync(CommandRig rig, Incoming content)
    {
        var receipt = new HttpReceipt();
        await rig.Services.GetRequiredService<GuardedHandler>().ReceiveAsync(rig.Services.GetRequiredService<SlackConnection>(), content, receipt, Token);
        return receipt;
    }

    private static JsonObject Press(CommandRig rig) => new()
    {
        ["type"] = "block_actions",
        ["team"] = new JsonObject { ["id"] = rig.Slack.TeamId },
        ["user"] = new JsonObject { ["id"] = rig.Cleo },
        ["channel"] = new JsonObject { ["id"] = rig.Channel },
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1.000001", ["channel_id"] = rig.Channel },
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "r:00:note big", ["block_id"] = "b" }),
    };

    private static JsonElement Parse(string payload) => JsonDocument.Parse(payload).RootElement;
}
