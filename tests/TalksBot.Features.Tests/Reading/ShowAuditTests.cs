using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Reading;

public sealed class ShowAuditTests
{
    private const string Add = "update add us-japan-autos tier:official \"Kantor will sign\" \"US officials\"";

    [Fact]
    public async Task Tells_who_changed_what_where_and_when_newest_first()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"");
        desk.Clock.Advance(Duration.FromMinutes(1));
        await desk.SayAsync("deadline move us-japan-autos D1 +2h", "terminal:washington");
        await desk.SayAsync("role grant discord:main/user/456 editor");

        (await desk.SayAsync("audit")).ShouldBe(
            """
            Audit: 4 changes
            4 · Tue 27 Jun 1995 10:01 Washington · Ann in terminal:desk: discord:main/user/456 granted: editor
            3 · Tue 27 Jun 1995 10:01 Washington · Ann in terminal:washington: us-japan-autos D1 moved: Wed 28 Jun 1995 23:59 Washington → Thu 29 Jun 1995 01:59 Washington
            2 · Tue 27 Jun 1995 10:00 Washington · Ann in terminal:desk: us-japan-autos D1 added: Wed 28 Jun 1995 23:59 Washington
            1 · Tue 27 Jun 1995 10:00 Washington · Ann in terminal:desk: us-japan-autos opened: US–Japan automotive talks
            """);
    }

    [Fact]
    public async Task Shows_ten_a_page_with_ways_to_both_sides_and_only_the_talks_asked_for()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("open dock-strike \"Dock strike\" follow:no");
        for (var i = 1; i <= 20; i++)
        {
            await desk.SayAsync($"point add us-japan-autos \"point {i}\"");
        }

        var first = await desk.RunAsync("audit us-japan-autos", "terminal:desk", Role.Editor);
        var second = await desk.RunAsync(first.Body.Buttons.ShouldHaveSingleItem().Command, "terminal:desk", Role.Editor);
        var third = await desk.RunAsync(second.Body.Buttons[0].Command, "terminal:desk", Role.Editor);

        first.Body.Heading.ShouldBe("Audit: 21 changes, page 1 of 3");
        second.Body.Buttons.Select(button => button.Label).ShouldBe(["More", "Back"]);
        third.Body.Pieces.ShouldHaveSingleItem();
        third.Body.Buttons.ShouldHaveSingleItem().Label.ShouldBe("Back");
        PostText.Write(second.Body).ShouldNotContain("dock-strike");
    }

    [Fact]
    public async Task A_long_text_is_cut_in_the_list_and_kept_whole()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var (before, after) = ($"{new string('x', 900)} end", $"{new string('y', 1_900)} end");
        await desk.SayAsync($"update add us-japan-autos tier:official \"{before}\" \"US officials\"");
        await desk.SayAsync($"update correct us-japan-autos #1 \"{after}\"");

        var list = await desk.SayAsync("audit us-japan-autos");
        var whole = await desk.SayAsync("audit change:3");

        list.ShouldContain("… (whole: /talks audit change:3)");
        list.ShouldNotContain(after);
        whole.ShouldContain($"Before\n“{before}” – US officials");
        whole.ShouldContain($"After\n“{after}” – US officials");
        (await desk.RefusedAsync("audit change:99")).ShouldStartWith("There is no change 99; ");
        (await desk.RefusedAsync("audit change:last")).ShouldStartWith("There is no change last; ");
    }

    [Fact]
    public async Task Keeps_killed_words_and_says_what_was_undone()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Add);
        await desk.SayAsync("update kill us-japan-autos #1 \"it was a hoax\"");
        await desk.SayAsync("point add us-japan-autos enforcement");
        await desk.SayAsync("undo");

        var audit = await desk.SayAsync("audit");

        audit.ShouldContain("#1 killed: “Kantor will sign” – US officials → it was a hoax");
        audit.ShouldContain("P1 added: enforcement (undone by Ann)");
        audit.ShouldContain("P1 undone: point add");
    }

    [Fact]
    public async Task Shows_no_word_of_an_embargo_to_anybody_until_it_lifts()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync($"{Add} embargo:\"in 6h\"");
        await desk.SayAsync("update embargo us-japan-autos #1 \"in 8h\"");

        var before = await desk.SayAsync("audit");
        await desk.ClaimAsync(MomentKind.Lift, NewsDesk.Tuesday + Duration.FromHours(8));
        var after = await desk.SayAsync("audit");

        before.ShouldNotContain("Kantor");
        before.ShouldContain("#1 added: under embargo until Wed 28 Jun 1995 00:00 Geneva");
        before.ShouldContain("#1 embargoed: under embargo until");
        after.ShouldContain("#1 added: Kantor will sign");
    }

    [Theory]
    [InlineData("undo", "#1 added: under embargo until")]
    [InlineData("update kill us-japan-autos #1 \"a hoax\"", "#1 killed: under embargo until")]
    public async Task An_embargo_outlives_the_update(string end, string shown)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync($"{Add} embargo:\"in 6h\"");
        await desk.SayAsync(end);

        var before = await desk.SayAsync("audit");
        desk.Clock.Advance(Duration.FromHours(7));

        before.ShouldNotContain("Kantor");
        before.ShouldContain(shown);
        (await desk.SayAsync("audit")).ShouldContain("#1 added: Kantor will sign");
    }

    [Fact]
    public async Task A_kill_that_was_undone_with_the_update_does_not_tell_what_it_killed()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync($"{Add} embargo:\"in 6h\"");
        await desk.SayAsync("update kill us-japan-autos #1 \"a hoax\"");
        await desk.SayAsync("undo");
        await desk.SayAsync("undo");

        (await desk.TalksAsync()).Updates.ShouldBeEmpty();
        (await desk.SayAsync("audit")).ShouldNotContain("Kantor");
    }

    [Fact]
    public async Task A_flash_shows_no_word_while_it_waits_for_a_second_editor()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync($"{Add} priority:flash");

        var audit = await desk.SayAsync("audit");

        audit.ShouldNotContain("Kantor");
        audit.ShouldContain("#1 added: waiting for a second editor");
    }

    [Fact]
    public async Task A_change_of_an_update_that_nobody_knows_shows_no_word()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Add);
        await desk.ReadAsync(db => db.Set<Core.Negotiations.Update>().ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await desk.ReadAsync(db => db.Acts.ExecuteDeleteAsync(TestContext.Current.CancellationToken));

        (await desk.SayAsync("audit")).ShouldNotContain("Kantor");
    }

    [Fact]
    public async Task Long_texts_are_cut_so_that_a_page_fits_a_message()
    {
        await using var desk = await NewsDesk.OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            await desk.SayAsync($"update add us-japan-autos tier:official \"{i}{string.Concat(Enumerable.Repeat("🚗", 900))}\" \"US officials\"");
        }

        var audit = await desk.SayAsync("audit");

        audit.Length.ShouldBeLessThan(6_000);
        audit.ShouldContain("🚗…");
        audit.ShouldNotContain("\uD83D…");
    }

    [Theory]
    [InlineData("audit page:2", "There is only page 1.")]
    [InlineData("audit no-such-talks", "No talks have that name; /talks list shows those there are.")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(line)).ShouldBe(why);
        (await desk.RefusedAsync("audit", Role.Reporter)).ShouldContain("needs the role editor");
    }
}
