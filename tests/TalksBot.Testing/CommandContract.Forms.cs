using Shouldly;
using TalksBot.Core.Negotiations;
using Xunit;

namespace TalksBot.Testing;

/// <content>The forms behind Edit, Moved… and Outcome…: what is sent is a command like any other.</content>
public abstract partial class CommandContract
{
    [Fact]
    public async Task Moved_asks_when_the_deadline_falls_now_and_why()
    {
        var passed = await PassedAsync();

        var sent = await Ben.FillAsync(passed, "Moved…", ("at", "+24h"), ("note", "They go on."), ("by", "both ministers"));
        await SettleAsync();

        sent.Text.ShouldContain("D1 moved · US–Japan automotive talks: 100% tariffs");
        Wire[^1].Text.ShouldContain("Moved 24 h later");
        Wire[^1].Text.ShouldContain("They go on. (by both ministers)");
        (await TalksAsync()).Deadlines.ShouldHaveSingleItem().State.ShouldBe(DeadlineState.Moved);
    }

    [Fact]
    public async Task Outcome_asks_how_the_talks_ended()
    {
        var passed = await PassedAsync();

        await Ben.FillAsync(passed, "Outcome…", ("kind", "collapsed"), ("line", "They left the room."));
        await SettleAsync();

        (await TalksAsync()).Outcome.ShouldNotBeNull().Line.ShouldBe("They left the room.");
        Wire[^1].Text.ShouldContain("COLLAPSED");
        Wire[^1].Text.ShouldContain("They left the room.");
    }

    [Fact]
    public async Task Edit_words_anew_what_was_just_set()
    {
        var added = await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");

        await Ben.FillAsync(added, "Edit", ("label", "50% tariffs"), ("consequence", "a duty"));
        await SettleAsync();

        var deadline = (await TalksAsync()).Deadlines.ShouldHaveSingleItem();
        (deadline.Label, deadline.Consequence, deadline.State).ShouldBe(("50% tariffs", "a duty", DeadlineState.Standing));
        Wire.ShouldBeEmpty();
    }

    [Fact]
    public async Task Edit_below_the_status_changes_what_is_said_of_the_talks()
    {
        var status = await Ben.RunAsync($"status {Slug}");

        var sent = await Ben.FillAsync(status, "Edit", ("venue", "Washington"));

        sent.Text.ShouldContain("Washington");
        (await TalksAsync()).Venue.ShouldBe("Washington");
        (await Cleo.RunAsync($"status {Slug}")).Buttons.ShouldNotContain("Edit");
    }

    [Fact]
    public async Task Move_moves_what_was_just_set()
    {
        var added = await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");

        var sent = await Ben.FillAsync(added, "Move…", ("at", "in 5h"));
        await Ben.PressAsync(sent, "Post");
        await SettleAsync();

        (await TalksAsync()).Deadlines.ShouldHaveSingleItem().State.ShouldBe(DeadlineState.Moved);
        Wire.ShouldHaveSingleItem().Text.ShouldContain("later · US–Japan automotive talks: 100% tariffs");
    }

    [Fact]
    public async Task Edit_below_a_preview_shows_it_anew_and_posts_nothing()
    {
        var preview = await Ben.RunAsync(Update);

        var sent = await Ben.FillAsync(preview, "Edit", ("text", "They meet at eleven."), ("source", "a senior US official"), ("tier", "official"));
        await SettleAsync();

        sent.Text.ShouldContain("They meet at eleven.");
        sent.Buttons.ShouldContain("Post");
        Wire.ShouldBeEmpty();
    }

    [Fact]
    public async Task Edit_below_what_was_changed_changes_it_again_and_whoever_saw_it_is_told()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\" consequence:\"a 100% duty\"");
        await PassAsync(Duration.FromMinutes(91));
        var changed = await DoAsync(Ben, $"deadline set {Slug} D1 label:\"50% tariffs\"");

        var sent = await Ben.FillAsync(changed, "Edit", ("label", "13 models"), ("consequence", "none"));
        await Ben.PressAsync(sent, "Post");
        await SettleAsync();

        var deadline = (await TalksAsync()).Deadlines[0];
        (deadline.Label, deadline.Consequence).ShouldBe(("13 models", ""));
        Wire[0].Text.ShouldContain("13 models");
        Wire[0].Text.ShouldNotContain("duty");
        Wire[^1].Text.ShouldContain("Now reads");
        Wire.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("Moved…", "at", "someday", "is not a time I can read")]
    [InlineData("Moved…", "at", "2 hours ago", "has passed: it was 2 h ago.")]
    [InlineData("Outcome…", "kind", "perhaps", "choose agreed, lapsed, collapsed.")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string button, string field, string written, string why)
    {
        var passed = await PassedAsync();
        var before = Wire.Count;

        var sent = await Ben.FillAsync(passed, button, button == "Outcome…" ? [(field, written), ("line", "They left.")] : [(field, written)]);
        await SettleAsync();

        sent.Text.ShouldContain(why);
        var talks = await TalksAsync();
        (talks.Deadlines[0].State, talks.Outcome).ShouldBe((DeadlineState.PassedUnknown, null));
        Wire.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_form_is_refused_to_who_may_not_do_what_it_says()
    {
        var passed = await PassedAsync();

        var refused = await Cleo.PressAsync(passed, "Moved…");

        refused.Text.ShouldContain("needs the role editor");
    }

    /// <summary>The message that says that the deadline has passed.</summary>
    private async Task<ChatMessage> PassedAsync()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");
        await PassAsync(Duration.FromMinutes(121));
        return Wire.Last(message => message.Text.Contains("Deadline passed", StringComparison.Ordinal));
    }
}
