using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>Several editors do the same thing at the same moment: one of them does it, the others are told in one sentence.</summary>
public sealed class AtTheSameMomentTests
{
    private const string Slug = FoundingNight.Slug;
    private static readonly string[] Editors = ["Ben", "Cy", "Dee", "Eve", "Fay"];

    [Fact]
    public async Task One_correction_is_made_and_the_others_are_shown_what_it_reads_now()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();

        var replies = await AllAtOnceAsync(bot, who => $"/talks update correct {Slug} #1 \"The talks go on, says {who}\"");
        await bot.SettleAsync();

        var done = replies.Where(reply => !reply.Refused).ShouldHaveSingleItem();
        var winner = Editors.Single(who => PostText.Write(done.Body).Contains($"says {who}", StringComparison.Ordinal));
        replies.Where(reply => reply.Refused).Select(reply => reply.Body.Heading).Distinct().ShouldHaveSingleItem()
            .ShouldBe($"{winner} has corrected #1 meanwhile; it reads “The talks go on, says {winner}” now. Correct that if it is still wrong.");
        bot.Shown("tokyo", DeliveryKind.Correction).ShouldHaveSingleItem();
        var again = replies.First(reply => reply.Refused).Body.Buttons.ShouldHaveSingleItem();
        (await bot.SayAsync(again.Command, EditingDesk.Person("Gil") with { HasAgreed = true })).Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_correction_that_was_previewed_before_another_was_made_is_not_posted_over_it()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();
        var preview = await bot.SayAsync($"/talks update correct {Slug} #1 \"They go on\"", EditingDesk.Person("Ben"));
        preview.IsPreview.ShouldBeTrue();
        await bot.DoAsync($"/talks update correct {Slug} #1 \"They go on at noon\"");
        await bot.AdvanceAsync(Duration.FromMinutes(10));

        var posted = await bot.SayAsync(preview.Body.Buttons[0].Command, EditingDesk.Person("Ben"));

        posted.Body.Heading.ShouldStartWith("editor has corrected #1 meanwhile; it reads “They go on at noon” now.");
    }

    [Fact]
    public async Task One_approval_sends_the_flash_once()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.SayAsync($"/talks update add {Slug} \"They have a deal\" \"both delegations\" tier:on-record priority:flash", EditingDesk.Person("Ann") with { HasAgreed = true });
        await bot.SettleAsync();

        var replies = await AllAtOnceAsync(bot, _ => $"/talks update approve {Slug} #1");
        await bot.SettleAsync();

        replies.Count(reply => !reply.Refused).ShouldBe(1);
        replies.Where(reply => reply.Refused).ShouldAllBe(reply => reply.Body.Heading.StartsWith("#1 was approved already, by ", StringComparison.Ordinal));
        bot.Shown("tokyo", DeliveryKind.Update).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_kill_is_told_once()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync("The talks are over");
        await bot.SettleAsync();

        var replies = await AllAtOnceAsync(bot, who => $"/talks update kill {Slug} #1 \"not so, says {who}\"");
        await bot.SettleAsync();

        replies.Count(reply => !reply.Refused).ShouldBe(1);
        replies.Where(reply => reply.Refused).ShouldAllBe(reply => reply.Body.Heading.StartsWith("#1 was killed already, by ", StringComparison.Ordinal));
        bot.Shown("tokyo", DeliveryKind.Kill).ShouldHaveSingleItem();
    }

    /// <summary>Each on a thread of their own, let go together.</summary>
    private static async Task<Reply[]> AllAtOnceAsync(TestBot bot, Func<string, string> line)
    {
        using var gate = new Barrier(Editors.Length);
        return await Task.WhenAll(Editors.Select(who => Task.Factory.StartNew(
            () =>
            {
                gate.SignalAndWait(TestContext.Current.CancellationToken);
                return bot.SayAsync(line(who), EditingDesk.Person(who) with { HasAgreed = true });
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
