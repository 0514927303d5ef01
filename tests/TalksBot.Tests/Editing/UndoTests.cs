using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>What a command would post is shown first, and what it did can be taken back.</summary>
public sealed class UndoTests
{
    private static readonly Caller Ann = EditingDesk.Person("Ann");

    [Fact]
    public async Task A_post_to_other_channels_is_previewed_and_nothing_happens_before_the_button()
    {
        await using var bot = await EditingDesk.OpenAsync();

        var preview = await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"They meet again\" \"a Japanese official\" tier:unnamed heard:\"5 minutes ago\"", Ann);
        await bot.SettleAsync();

        preview.IsPreview.ShouldBeTrue(PostText.Write(preview.Body));
        PostText.Write(preview.Body).ShouldContain("They meet again");
        PostText.Write(preview.Body).ShouldContain("To terminal:desk, terminal:tokyo");
        preview.Body.Buttons.Select(button => button.Label).ShouldBe(["Post", "Cancel", "Edit"]);
        bot.Seen.ShouldBeEmpty();
        (await bot.SayAsync(preview.Body.Buttons[1].Command, Ann)).Refused.ShouldBeFalse();

        (await bot.SayAsync(preview.Body.Buttons[0].Command, Ann)).Refused.ShouldBeFalse();
        await bot.SettleAsync();
        bot.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_time_from_now_means_the_same_moment_when_the_preview_is_posted_later()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 10));
        var preview = await bot.SayAsync($"/talks deadline move {FoundingNight.Slug} D1 \"in 90m\"", Ann);

        await bot.AdvanceAsync(Duration.FromMinutes(7));
        (await bot.SayAsync(preview.Body.Buttons[0].Command, Ann)).Refused.ShouldBeFalse();

        (await DeadlineAsync(bot)).ShouldBe(Instant.FromUtc(1995, 6, 29, 4, 40));
    }

    [Fact]
    public async Task Nothing_is_previewed_where_nobody_else_is_told()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");

        (await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"They meet again\" \"a Japanese official\" tier:unnamed", Ann)).IsPreview.ShouldBeFalse();
        (await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"And again\" \"a Japanese official\" tier:unnamed --yes", Ann)).IsPreview.ShouldBeFalse();
    }

    [Fact]
    public async Task Undo_takes_back_the_record_and_every_post()
    {
        await using var bot = await EditingDesk.OpenAsync();
        var moved = await bot.SayAsync($"/talks deadline move {FoundingNight.Slug} D1 +36h confirm:yes", Ann);
        await bot.SettleAsync();
        var before = Instant.FromUtc(1995, 6, 29, 3, 59);

        var undo = moved.Body.Buttons.Single(button => button.Label == "Undo").Command;
        (await bot.SayAsync(undo, Ann)).Refused.ShouldBeFalse();
        await bot.SettleAsync();

        (await DeadlineAsync(bot)).ShouldBe(before);
        foreach (var channel in new[] { "desk", "tokyo" })
        {
            bot.Shown(channel, DeliveryKind.DeadlineMoved).ShouldHaveSingleItem().ShouldStartWith("UNDONE · ");
            bot.Shown(channel, DeliveryKind.Undone).ShouldHaveSingleItem().ShouldContain("Taken back by Ann");
        }

        await bot.AdvanceToAsync(before);
        bot.Shown("desk", DeliveryKind.DeadlinePassed).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("deadline move us-japan-autos D1 +1h", "D1 stands at 23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)")]
    [InlineData("deadline met us-japan-autos D1", "D1 stands at 23:59 Washington Wed 28 Jun")]
    [InlineData("deadline add us-japan-autos \"in 5h\" \"one more\"", "D2 is gone: no deadline of that number stands.")]
    [InlineData("session move us-japan-autos S1 +1h", "S1 starts 17:00 Geneva Wed 28 Jun")]
    [InlineData("session cancel us-japan-autos S1", "S1 starts 17:00 Geneva Wed 28 Jun")]
    [InlineData("session start us-japan-autos S1", "S1 starts 17:00 Geneva Wed 28 Jun")]
    [InlineData("session end us-japan-autos S2 at:\"28 Jun 13:30\"", "S2 was to start 13:00 Geneva Wed 28 Jun")]
    [InlineData("update correct us-japan-autos #1 \"A slip\"", "#1 reads again:\n“The talks go on”")]
    [InlineData("update kill us-japan-autos #1 \"a slip\"", "#1 reads again:\n“The talks go on”")]
    [InlineData("update add us-japan-autos \"A slip\" \"a US official\" tier:official", "#2 is gone: do not use it.")]
    [InlineData("outcome us-japan-autos agreed \"They agree\"", "The talks are scheduled.")]
    [InlineData("close us-japan-autos", "The talks are scheduled.")]
    [InlineData("point settle us-japan-autos P1", "P1 engines is open and reads as before.")]
    [InlineData("point add us-japan-autos \"glass\"", "P2 is gone: no sticking point of that number stands.")]
    [InlineData("follow remove us-japan-autos channel:terminal:tokyo", "terminal:tokyo follows US–Japan automotive talks as before.")]
    [InlineData("follow add us-japan-autos channel:terminal:wire", "terminal:wire does not follow US–Japan automotive talks, as before.")]
    public async Task Undo_says_what_holds_again(string line, string holds)
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.DoAsync($"/talks session add {FoundingNight.Slug} \"28 Jun 17:00\"");
        await bot.DoAsync($"/talks session add {FoundingNight.Slug} \"28 Jun 13:00\"");
        await bot.DoAsync($"/talks point add {FoundingNight.Slug} engines");
        await bot.AddAsync("The talks go on");
        await bot.SettleAsync();

        var undone = await bot.SayAsync(await UndoOfAsync(bot, $"/talks {line}"), Ann with { Role = Role.Chief });

        PostText.Write(undone.Body).ShouldContain(holds);
    }

    [Fact]
    public async Task An_update_undone_is_gone_and_its_number_is_not_given_again()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        var added = await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"A slip\" \"a US official\" tier:official", Ann);
        await bot.SettleAsync();
        await bot.SayAsync(added.Body.Buttons.Single(button => button.Label == "Undo").Command, Ann);

        var next = await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"Right\" \"a US official\" tier:official", Ann);

        next.Body.Heading.ShouldStartWith("#2 added");
        PostText.Write((await bot.SayAsync($"/talks status {FoundingNight.Slug}")).Body).ShouldNotContain("A slip");
        PostText.Write((await bot.SayAsync($"/talks since 6h {FoundingNight.Slug}")).Body).ShouldNotContain("A slip");
    }

    [Fact]
    public async Task A_kill_undone_shows_the_words_again()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("The talks go on");
        await bot.SettleAsync();
        var killed = await bot.SayAsync($"/talks update kill {FoundingNight.Slug} #1 \"a slip\"", Ann);
        await bot.SettleAsync();

        await bot.SayAsync(killed.Body.Buttons.Single(button => button.Label == "Undo").Command, Ann);
        await bot.SettleAsync();

        bot.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem().ShouldContain("“The talks go on”");
        bot.Shown("desk", DeliveryKind.Kill).ShouldHaveSingleItem().ShouldStartWith("UNDONE");
        PostText.Write((await bot.SayAsync($"/talks status {FoundingNight.Slug}")).Body).ShouldContain("The talks go on");
    }

    [Fact]
    public async Task Undo_is_refused_twice_too_late_by_others_and_after_another_change()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        var first = await UndoOfAsync(bot, $"/talks deadline move {FoundingNight.Slug} D1 +1h");
        var second = await UndoOfAsync(bot, $"/talks deadline move {FoundingNight.Slug} D1 +1h");

        (await bot.SayAsync(first, Ann)).Body.Heading.ShouldContain("D1 was changed again since");
        var session = await UndoOfAsync(bot, $"/talks session add {FoundingNight.Slug} \"in 3h\"");
        (await bot.SayAsync(session, EditingDesk.Person("Rob", Role.Reporter))).Body.Heading.ShouldContain("Only Ann or an editor");
        (await bot.SayAsync(second, Ann)).Refused.ShouldBeFalse();
        (await bot.SayAsync(second, Ann)).Body.Heading.ShouldContain("was undone already");
        (await bot.SayAsync(first, Ann)).Refused.ShouldBeFalse();
        var third = await UndoOfAsync(bot, $"/talks deadline move {FoundingNight.Slug} D1 +1h");
        var late = await UndoOfAsync(bot, $"/talks session add {FoundingNight.Slug} \"in 4h\"");
        await bot.AdvanceAsync(Duration.FromMinutes(5) + Duration.FromSeconds(1));
        (await bot.SayAsync(late, Ann with { Role = Role.Reporter })).Body.Heading.ShouldContain("more than 5 minutes ago");
        (await bot.SayAsync(third, Ann)).IsPreview.ShouldBeTrue();
        (await bot.SayAsync("/talks undo nothing", Ann)).Body.Heading.ShouldContain("There is no such change");
    }

    [Fact]
    public async Task Talks_opened_by_mistake_vanish()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        var undo = await UndoOfAsync(bot, "/talks open oops \"A slip\" zone:Geneva");

        (await bot.SayAsync(undo, Ann)).Refused.ShouldBeFalse();

        (await bot.SayAsync("/talks status oops", Ann)).Refused.ShouldBeTrue();
        (await bot.SayAsync("/talks open oops \"No slip\" zone:Geneva", Ann)).Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_told_of_talks_opened_by_mistake_is_struck()
    {
        await using var bot = await EditingDesk.OpenAsync();
        var undo = await UndoOfAsync(bot, "/talks open oops \"A slip\" deadline:\"in 17m\" label:tariffs");
        await bot.AdvanceAsync(Duration.FromMinutes(3));
        var told = bot.Seen.ShouldHaveSingleItem();

        await bot.SayAsync(undo, Ann);
        await bot.AdvanceAsync(Duration.FromHours(1));

        told.Text.ShouldStartWith("15 min to go · A slip: tariffs");
        bot.Platform.Edits.ShouldHaveSingleItem().Text.ShouldStartWith("UNDONE");
        bot.Seen.Count.ShouldBe(2);
        bot.Seen[^1].Text.ShouldContain("The desk does not follow A slip any more.");
    }

    private static async Task<string> UndoOfAsync(TestBot bot, string line)
    {
        var reply = await bot.SayAsync(line, Ann with { HasAgreed = true, Role = Role.Chief });
        reply.Refused.ShouldBeFalse(PostText.Write(reply.Body));
        return reply.Body.Buttons.Single(button => button.Label == "Undo").Command;
    }

    private static Task<Instant> DeadlineAsync(TestBot bot) =>
        bot.ReadAsync(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Deadlines)).At.ToInstant());
}
