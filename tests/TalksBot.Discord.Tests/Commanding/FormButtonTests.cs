using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Simulators.Discord;

namespace TalksBot.Discord.Tests.Commanding;

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
        var sent = await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, ("at", "+24h"), ("note", "They go on."));
        await room.SettleAsync();

        Fields(opened).ShouldBe([("at", null), ("note", null)]);
        CommandRig.Text(sent).ShouldContain("D1 moved · US–Japan automotive talks: 100% tariffs");
        var told = CommandRig.Text(room.Seen(room.Wire)[^1]);
        told.ShouldContain("Moved 24 h later");
        told.ShouldContain("They go on.");
    }

    [Fact]
    public async Task Outcome_asks_how_the_talks_ended()
    {
        await using var room = await Newsroom.StartAsync();
        var passed = await PassedAsync(room);

        var opened = await room.Rig.PressAsync(room.Ben, passed, "Outcome…");
        await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, ("kind", "collapsed"), ("line", "They left the room."));
        await room.SettleAsync();

        Fields(opened).ShouldBe([("line", null), ("kind", "agreed")]);
        (await TalksAsync(room)).Outcome.ShouldNotBeNull().Line.ShouldBe("They left the room.");
        CommandRig.Text(room.Seen(room.Wire)[^1]).ShouldContain("COLLAPSED · US–Japan automotive talks: They left the room.");
    }

    [Fact]
    public async Task Edit_shows_what_was_understood_and_moves_it()
    {
        await using var room = await Newsroom.StartAsync();
        var added = await AddAsync(room);

        var opened = await room.Rig.PressAsync(room.Ben, added, "Edit");
        var sent = await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, ("at", "in 5h"));

        Fields(opened).ShouldHaveSingleItem().Written.ShouldNotBeNull();
        CommandRig.Text(sent).ShouldContain("D1 moved");
        await room.Rig.PressAsync(room.Ben, sent.Message!, "Post");
        (await TalksAsync(room)).Deadlines.ShouldHaveSingleItem().State.ShouldBe(DeadlineState.Moved);
    }

    [Fact]
    public async Task Edit_below_a_preview_shows_it_anew_and_posts_nothing()
    {
        await using var room = await Newsroom.StartAsync();
        var preview = (await room.Rig.RunAsync(room.Ben, "update add", ("talks", "us-japan-autos"), ("text", "They meet again."), ("source", "a senior US official"), ("tier", "official"))).Message!;

        var opened = await room.Rig.PressAsync(room.Ben, preview, "Edit");
        var sent = await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, ("text", "They meet at eleven."), ("source", "a senior US official"), ("tier", "official"));
        await room.SettleAsync();

        Fields(opened).ShouldContain(("text", "They meet again."));
        CommandRig.Text(sent).ShouldContain("They meet at eleven.");
        CommandRig.Buttons(sent.Message!).Select(button => (string)button["label"]!).ShouldContain("Post");
        room.Seen(room.Wire).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Moved…", "at", "someday", "is not a time I can read")]
    [InlineData("Moved…", "at", "2 hours ago", "has passed: it was 2 h ago.")]
    [InlineData("Outcome…", "kind", "perhaps", "choose agreed, lapsed, collapsed.")]
    [InlineData("Outcome…", "line", " ", "line")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string button, string field, string written, string why)
    {
        await using var room = await Newsroom.StartAsync();
        var passed = await PassedAsync(room);
        var before = room.Seen(room.Wire).Count;

        var opened = await room.Rig.PressAsync(room.Ben, passed, button);
        (string, string)[] whole = button == "Outcome…" && field != "line" ? [(field, written), ("line", "They left.")] : [(field, written)];
        var sent = await room.Rig.SubmitAsync(room.Ben, opened.InteractionId, whole);
        await room.SettleAsync();

        CommandRig.Text(sent).ShouldContain(why);
        sent.Message!.Ephemeral.ShouldBeTrue();
        var talks = await TalksAsync(room);
        (talks.Deadlines[0].State, talks.Outcome).ShouldBe((DeadlineState.PassedUnknown, null));
        room.Seen(room.Wire).Count.ShouldBe(before);
    }

    [Fact]
    public async Task Somebody_who_may_not_move_it_moves_nothing()
    {
        await using var room = await Newsroom.StartAsync();
        var passed = await PassedAsync(room);

        var opened = await room.Rig.PressAsync(room.Rig.Cleo, passed, "Moved…");

        CommandRig.Text(opened).ShouldContain("needs the role editor");
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
        await AddAsync(room);
        await room.PassAsync(Duration.FromMinutes(121));
        return room.Seen(room.Wire).Last(message => CommandRig.Text(message).Contains("Deadline passed", StringComparison.Ordinal));
    }

    private static Task<Negotiation> TalksAsync(Newsroom room) => room.Rig.ReadAsync(db => db.Negotiations.Include(talks => talks.Deadlines).SingleAsync(Token));
}
