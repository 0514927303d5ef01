using Shouldly;
using TalksBot.Core.Negotiations;
using Xunit;

namespace TalksBot.Testing;

/// <content>What stands, with a form or an answer for each of the five jobs.</content>
public abstract partial class CommandContract
{
    [Fact]
    public async Task What_stands_has_a_door_to_each_job_that_somebody_may_do()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");
        await DoAsync(Ben, $"{Update} embargo:\"in 3h\"");

        var (editor, reader) = (await Ben.RunAsync("desk"), await Cleo.RunAsync("desk"));

        editor.Text.ShouldContain("100% tariffs");
        editor.Text.ShouldNotContain("They meet again.");
        editor.Buttons.ShouldBe(["First deadline…", "Deadline…", "Report an update…", "Move D1…", "Edit D1…", "Acknowledge", "Catch up"]);
        reader.Text.ShouldContain("100% tariffs");
        reader.Text.ShouldContain("a chief gives you a role");
        reader.Buttons.ShouldBe(["Acknowledge", "Catch up"]);
    }

    [Fact]
    public async Task A_first_deadline_is_set_by_the_form_of_what_stands()
    {
        var stands = await Ben.RunAsync("desk");

        await Ben.FillAsync(stands, "First deadline…", ("title", "City budget"), ("deadline", "in 90m"), ("label", "the council votes"));

        (await Cleo.RunAsync("status city-budget")).Text.ShouldContain("the council votes");
    }

    [Fact]
    public async Task An_update_is_reported_and_a_deadline_moved_by_the_forms_of_what_stands()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");
        var stands = await Ben.RunAsync("desk");

        var update = await Ben.FillAsync(stands, "Report an update…", ("text", "They meet again."), ("source", "a senior US official"), ("tier", "an official"));
        await Ben.PressAsync(update, "Post");
        var moved = await Ben.FillAsync(await Ben.RunAsync("desk"), "Move D1…", ("at", "+3h"));
        await SettleAsync();

        Wire[0].Text.ShouldContain("They meet again.");
        moved.Text.ShouldContain("3 h later");
        (await TalksAsync()).Deadlines.ShouldHaveSingleItem().State.ShouldBe(moved.Buttons.Contains("Post") ? DeadlineState.Standing : DeadlineState.Moved);
    }

    [Fact]
    public async Task Catching_up_and_what_waits_for_a_word_are_shown_from_what_stands()
    {
        await DoAsync(Ben, $"deadline add {Slug} \"in 2h\" \"100% tariffs\"");
        await PassAsync(Duration.FromMinutes(91));
        var stands = await Cleo.RunAsync("desk");

        var seen = await Cleo.PressAsync(stands, "Acknowledge");
        var caught = await Cleo.PressAsync(await Cleo.RunAsync("desk"), "Catch up");

        seen.Text.ShouldContain("Nothing waits to be acknowledged");
        seen.Buttons.ShouldBe(["What stands"]);
        caught.Text.ShouldContain("your first handover");
    }
}
