using TalksBot.Core.Platforms;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>A post that several commands have changed: taking one back leaves what the others did.</summary>
public sealed class UndoOneOfSeveralTests
{
    private const string Slug = FoundingNight.Slug;

    [Fact]
    public async Task One_of_two_corrections_in_a_bundle_is_taken_back_and_the_other_stays()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.DoAsync($"/talks follow set {Slug} zone:Geneva quiet:13:00-15:00");
        await bot.AddAsync("First word");
        await bot.AddAsync("Second word");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 13, 0));
        var first = await CorrectAsync(bot, "#1", "First right");
        var second = await CorrectAsync(bot, "#2", "Second right");

        await bot.DoAsync(first);
        await bot.SettleAsync();

        var bundle = Bundle(bot);
        bundle.ShouldStartWith("While this channel slept");
        bundle.ShouldContain("\n“First word” – ", Case.Sensitive, bundle);
        bundle.ShouldContain("[does not hold any more: “Second word”");
        bundle.ShouldContain("#2 is corrected: see ");
        bundle.ShouldNotContain("#1 is corrected");

        await bot.DoAsync(second);
        await bot.SettleAsync();
        Bundle(bot).ShouldStartWith("While this channel slept");
        Bundle(bot).ShouldNotContain("does not hold any more");
    }

    [Fact]
    public async Task A_kill_taken_back_leaves_the_correction_of_what_stands_beside_it()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("They walked out");
        await bot.AddAsync("They stay", "disputes:#1");
        await bot.SettleAsync();
        var killed = await UndoOfAsync(bot, $"/talks update kill {Slug} #1 \"not so\"");
        await CorrectAsync(bot, "#2", "They stay till noon");

        await bot.DoAsync(killed);
        await bot.SettleAsync();

        var beside = bot.Shown("desk", DeliveryKind.Update)[1];
        beside.ShouldStartWith("CORRECTED · ACCOUNTS DIFFER on #1 · ");
        beside.ShouldContain("“They walked out” – ");
        beside.ShouldContain("[does not hold any more: “They stay”");
        beside.ShouldNotContain("was withdrawn by the desk");
    }

    [Fact]
    public async Task What_was_taken_back_is_not_brought_back_with_a_mark_on_it()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("They walked out");
        var added = await UndoOfAsync(bot, $"/talks update add {Slug} \"They stay\" \"a US official\" tier:official disputes:#1");
        var corrected = await CorrectAsync(bot, "#1", "They left at noon");
        await bot.DoAsync(added);
        await bot.SettleAsync();

        await bot.DoAsync(corrected);
        await bot.SettleAsync();

        var beside = bot.Shown("desk", DeliveryKind.Update)[1];
        beside.ShouldStartWith("UNDONE · ");
        beside.Split('\n').Where(line => line.Contains("They stay", StringComparison.Ordinal)).ShouldAllBe(line => line.StartsWith("[does not hold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_a_later_one_overtook_on_its_way_is_taken_back_alone()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("First word");
        await bot.AddAsync("Second word", "disputes:#1");
        await bot.SettleAsync();
        bot.Platform.Trouble = _ => new PostOutcome.Unreachable("connection refused");
        await CorrectAsync(bot, "#1", "First right");
        var second = await CorrectAsync(bot, "#2", "Second right");

        await bot.DoAsync(second);
        bot.Platform.Trouble = _ => null;
        await bot.AdvanceAsync(Duration.FromMinutes(10));

        var beside = bot.Shown("desk", DeliveryKind.Update)[1];
        beside.ShouldContain("[does not hold any more: “First word”");
        beside.ShouldContain("\n“Second word” – ");
    }

    [Fact]
    public async Task An_account_set_against_it_since_strikes_only_what_was_taken_back()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        var added = await UndoOfAsync(bot, $"/talks update add {Slug} \"A slip\" \"a US official\" tier:official");
        await bot.AddAsync("They stay", "disputes:#1");
        await bot.SettleAsync();

        await bot.DoAsync(added);
        await bot.SettleAsync();

        var beside = bot.Shown("desk", DeliveryKind.Update)[1];
        beside.ShouldStartWith("UNDONE IN PART · ");
        beside.ShouldContain("[does not hold any more: “A slip”");
        beside.ShouldContain("\n“They stay” – ");
    }

    [Fact]
    public async Task What_was_taken_back_in_part_is_taken_back_whole_afterwards()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync("They walked out");
        var corrected = await CorrectAsync(bot, "#1", "They left at noon");
        var beside = await UndoOfAsync(bot, $"/talks update add {Slug} \"They stay\" \"a US official\" tier:official disputes:#1");
        await bot.DoAsync(corrected);
        await bot.SettleAsync();
        bot.Shown("desk", DeliveryKind.Update)[1].ShouldStartWith("UNDONE IN PART · ");

        await bot.DoAsync(beside);
        await bot.SettleAsync();

        bot.Shown("desk", DeliveryKind.Update)[1].ShouldStartWith("UNDONE · ");
    }

    [Fact]
    public async Task Somebody_who_is_called_like_the_clock_is_not_taken_for_it()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        var added = await UndoOfAsync(bot, $"/talks update add {Slug} \"They walked out\" \"a US official\" tier:official");
        await bot.SayAsync($"/talks update correct {Slug} #1 \"They left at noon\"", EditingDesk.Person("clock"));

        (await bot.SayAsync(added)).Body.Heading.ShouldStartWith("#1 was changed again since");
        Core.Posts.PostText.Write((await bot.SayAsync($"/talks audit {Slug}")).Body).ShouldContain("clock in terminal:desk: us-japan-autos #1 corrected");
    }

    private static string Bundle(TestBot bot) => bot.Shown("desk", DeliveryKind.Bundle).ShouldHaveSingleItem();

    private static Task<string> CorrectAsync(TestBot bot, string update, string words) => UndoOfAsync(bot, $"/talks update correct {Slug} {update} \"{words}\"");

    private static async Task<string> UndoOfAsync(TestBot bot, string line)
    {
        var reply = await bot.SayAsync(line);
        reply.Refused.ShouldBeFalse(Core.Posts.PostText.Write(reply.Body));
        await bot.SettleAsync();
        return reply.Body.Buttons.Single(button => button.Label == "Undo").Command;
    }
}
