using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>The forms behind Edit, Moved… and Outcome…: they show what is written, and what is sent is a command like any other.</summary>
public sealed class FormButtonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moved_asks_when_the_deadline_falls_now_and_why()
    {
        await using var room = await Newsroom.StartAsync();
        var passed = await PassedAsync(room);

        var opened = await room.Rig.PressAsync(room.Ben, passed, "Moved…");
        var sent = await SubmitAsync(room, opened, ("at", "+24h"), ("note", "They go on."));
        sent.Errors.ShouldBeEmpty();
        await room.SettleAsync();
        await Eventually.IsTrueAsync(() => room.Seen(room.Wire).Any(message => message.Shown.Contains("Moved 24 h later", StringComparison.Ordinal)));

        Fields(opened).ShouldBe([("at", null), ("note", null)]);
        room.Seen(room.Wire)[^1].Shown.ShouldContain("They go on.");
    }

    [Fact]
    public async Task Outcome_asks_how_the_talks_ended()
    {
        await using var room = await Newsroom.StartAsync();
        var passed = await PassedAsync(room);

        var opened = await room.Rig.PressAsync(room.Ben, passed, "Outcome…");
        await SubmitAsync(room, opened, ("kind", "collapsed"), ("line", "They left the room."));
        await Eventually.IsTrueAsync(() => room.Seen(room.Wire).Any(message => message.Shown.Contains("COLLAPSED · US–Japan automotive talks: They left the room.", StringComparison.Ordinal)));

        Fields(opened).ShouldBe([("line", null), ("kind", "agreed")]);
        (await TalksAsync(room)).Outcome.ShouldNotBeNull().Line.ShouldBe("They left the room.");
    }

    [Fact]
    public async Task Edit_shows_what_was_understood_and_moves_it()
    {
        await using var room = await Newsroom.StartAsync();
        var added = await AddAsync(room);

        var opened = await room.Rig.PressAsync(room.Ben, added, "Edit");
        await SubmitAsync(room, opened, ("at", "in 5h"));
        await Eventually.IsTrueAsync(() => Preview() is not null);
        await room.Rig.PressAsync(room.Ben, Preview()!, "Post");
        await room.SettleAsync();

        Fields(opened).ShouldHaveSingleItem().Written.ShouldNotBeNull();
        await Eventually.IsTrueAsync(() => room.Seen(room.Wire).Any(message => message.Shown.Contains("later · US–Japan automotive talks: 100% tariffs", StringComparison.Ordinal)));
        (await TalksAsync(room)).Deadlines.ShouldHaveSingleItem().State.ShouldBe(DeadlineState.Moved);

        PostedMessage? Preview() => room.Rig.Slack.Messages(room.Rig.Channel, room.Ben).FirstOrDefault(message => message.Shown.Contains("Nothing is posted yet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Moved…", "at", "someday", "is not a time I can read")]
    [InlineData("Outcome…", "kind", "perhaps", "choose agreed, lapsed, collapsed.")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string button, string field, string written, string why)
    {
        await using var room = await Newsroom.StartAsync();
        var passed = await PassedAsync(room);
        var before = room.Seen(room.Wire).Count;

        var opened = await room.Rig.PressAsync(room.Ben, passed, button);
        var sent = await SubmitAsync(room, opened, button == "Outcome…" ? [(field, written), ("line", "They left.")] : [(field, written)]);
        await room.SettleAsync();

        string.Join('\n', [.. sent.Errors.Values, .. room.Answers(room.Wire, room.Ben)]).ShouldContain(why);
        var talks = await TalksAsync(room);
        (talks.Deadlines[0].State, talks.Outcome).ShouldBe((DeadlineState.PassedUnknown, null));
        room.Seen(room.Wire).Count.ShouldBe(before);
    }

    private static IReadOnlyList<(string Name, string? Written)> Fields(SlackAnswer opened) =>
        [.. opened.View!["blocks"]!.AsArray().Select(block => ((string)block!["block_id"]!, (string?)block["element"]!["initial_value"]))];

    private static Task<SlackAnswer> SubmitAsync(Newsroom room, SlackAnswer opened, params (string Field, string Text)[] written) =>
        room.Rig.Slack.SubmitAsync(room.Ben, opened.ViewId(), new JsonObject(written.Select(one => KeyValuePair.Create(one.Field, (JsonNode?)one.Text))), Token);

    private static Task<PostedMessage> AddAsync(Newsroom room) => room.DoAsync(room.Ben, "deadline add us-japan-autos \"in 2h\" \"100% tariffs\"");

    private static async Task<PostedMessage> PassedAsync(Newsroom room)
    {
        await AddAsync(room);
        await room.PassAsync(Duration.FromMinutes(121));
        return room.Seen(room.Wire).Last(message => message.Shown.Contains("Deadline passed", StringComparison.Ordinal));
    }

    private static Task<Negotiation> TalksAsync(Newsroom room) => room.Rig.ReadAsync(db => db.Negotiations.Include(talks => talks.Deadlines).SingleAsync(Token));
}
