using TalksBot.Core.Platforms;

namespace TalksBot.Tests.Editing;

/// <summary>A mistake is put right wherever it was seen.</summary>
public sealed class CorrectionTests
{
    private const string Wrong = "The talks are over";
    private const string Right = "The talks go on at eleven";

    [Fact]
    public async Task Every_channel_that_saw_it_is_told_and_what_it_saw_is_struck()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync(Wrong);
        await bot.SettleAsync();

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        await bot.SettleAsync();

        foreach (var channel in new[] { "desk", "tokyo" })
        {
            var correction = bot.Shown(channel, DeliveryKind.Correction).ShouldHaveSingleItem();
            correction.ShouldStartWith($"CORRECTION to #1 · US–Japan automotive talks: “{Right}”");
            correction.ShouldContain(Wrong);
            correction.ShouldContain(Right);
            var original = bot.Shown(channel, DeliveryKind.Update).ShouldHaveSingleItem();
            original.ShouldStartWith("CORRECTED · ");
            original.ShouldContain($"[does not hold any more: “{Wrong}”");
        }
    }

    [Theory]
    [InlineData("link:https://example.org/a", "link:https://example.org/b", "https://example.org/a", "https://example.org/b")]
    [InlineData("link:https://example.org/a", "link:none", "https://example.org/a", "")]
    [InlineData("", "link:https://example.org/b", "no link", "https://example.org/b")]
    public async Task A_correction_of_the_link_alone_says_that_the_words_stand(string before, string after, string wrong, string right)
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.DoAsync($"/talks update add {FoundingNight.Slug} \"{Right}\" \"a ministry spokesman\" tier:official {before}");
        await bot.SettleAsync();

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\" {after}");
        await bot.SettleAsync();
        var correction = bot.Shown("desk", DeliveryKind.Correction).ShouldHaveSingleItem();
        var original = bot.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem();
        await bot.DoAsync("/talks undo");
        await bot.SettleAsync();

        correction.ShouldContain("The words stand; their link was wrong, as you saw it at ");
        correction.ShouldContain($"[does not hold any more: {wrong}]");
        original.ShouldStartWith("CORRECTED · ");
        original.ShouldContain("#1: its link is corrected: see ");
        original.ShouldContain(right);
        original.ShouldNotContain("does not hold any more");
        bot.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem().ShouldNotContain("is corrected");
    }

    [Fact]
    public async Task What_was_told_before_talks_were_closed_is_put_right_and_withdrawn_after()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Wrong);
        await bot.AddAsync("A deal is near");
        await bot.DoAsync($"/talks close {FoundingNight.Slug}");
        await bot.SettleAsync();

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #2 \"not so\"");
        await bot.SettleAsync();

        bot.Shown("desk", DeliveryKind.Correction).ShouldHaveSingleItem().ShouldContain(Right);
        bot.Shown("desk", DeliveryKind.Kill).ShouldHaveSingleItem().ShouldContain("not so");
        (await bot.SayAsync($"/talks acknowledge {FoundingNight.Slug} #2")).Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task The_mark_on_the_original_points_to_the_correction()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Wrong);
        await bot.SettleAsync();
        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        await bot.SettleAsync();

        var original = bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Update);
        var correction = bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Correction);
        var link = original.Post.Post.Pieces.OfType<Core.Posts.PostPiece.Link>().ShouldHaveSingleItem();
        link.MessageId.ShouldBe(correction.Post.Key.Value);
        link.Text.ShouldContain(correction.Post.Key.ShortReference);
    }

    [Fact]
    public async Task A_channel_that_left_since_is_told_too()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync(Wrong);
        await bot.SettleAsync();
        await bot.DoAsync($"/talks follow remove {FoundingNight.Slug} channel:terminal:tokyo");

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        await bot.SettleAsync();

        bot.Shown("tokyo", DeliveryKind.Correction).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_channel_that_never_saw_the_wrong_words_is_not_told_of_them()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.DoAsync($"/talks follow add {FoundingNight.Slug} channel:terminal:flashes digest:none ladder:1h priority:flash");
        await bot.AddAsync(Wrong);
        await bot.SettleAsync();
        await bot.DoAsync($"/talks follow add {FoundingNight.Slug} channel:terminal:newcomer digest:none ladder:1h");

        var reply = await bot.SayAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        await bot.SettleAsync();

        reply.Body.Heading.ShouldEndWith("the one channel that saw it is told");
        bot.Shown("desk", DeliveryKind.Correction).ShouldHaveSingleItem();
        bot.Seen.Where(seen => seen.Channel is "flashes" or "newcomer").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_came_after_a_first_correction_is_shown_the_words_that_stood_there_and_none_before()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Wrong, "side:US");
        await bot.SettleAsync();
        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        await bot.DoAsync($"/talks follow add {FoundingNight.Slug} channel:terminal:newcomer digest:none ladder:1h");
        await bot.AddAsync("They adjourn", "side:JP disputes:#1");
        await bot.SettleAsync();

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"The talks go on at noon\"");
        await bot.SettleAsync();

        var told = bot.Shown("newcomer", DeliveryKind.Correction).ShouldHaveSingleItem();
        told.ShouldContain($"[does not hold any more: “{Right}”");
        told.ShouldNotContain(Wrong);
    }

    [Fact]
    public async Task Beside_another_account_both_are_labelled_and_the_heading_names_the_one_that_is_corrected()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Wrong, "side:US");
        await bot.AddAsync("They never stopped", "side:JP disputes:#1");
        await bot.SettleAsync();

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        await bot.SettleAsync();

        bot.Shown("desk", DeliveryKind.Correction).ShouldHaveSingleItem().ShouldBe($"""
            CORRECTION to #1 · ACCOUNTS DIFFER on #2 · US–Japan automotive talks (US)
            “{Right}” – #1 US · a senior US official · unnamed source · corrected
            “They never stopped” – #2 JP · a senior US official · unnamed source
            Wrong, as you saw it at 08:00
            [does not hold any more: “{Wrong}” – #1 US · a senior US official · unnamed source]
            """);
    }

    [Fact]
    public async Task Every_piece_of_news_names_its_talks_in_the_first_line()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.DoAsync("/talks open us-japan-steel \"US–Japan steel talks\" follow:no zone:Geneva parties:\"US=United States; JP=Japan\"");
        await bot.DoAsync("/talks follow add us-japan-steel channel:terminal:desk digest:none ladder:1h");
        await bot.AddAsync(Wrong);
        await bot.DoAsync("/talks update add us-japan-steel \"Quotas are off\" \"a US official\" tier:official");
        await bot.DoAsync("/talks update add us-japan-steel \"Quotas stay\" \"a Japanese official\" tier:official disputes:#1");
        await bot.SettleAsync();
        await bot.DoAsync("/talks update correct us-japan-steel #1 \"Quotas are halved\"");
        await bot.DoAsync("/talks update kill us-japan-steel #2 \"not so\"");
        await bot.DoAsync("/talks update add us-japan-steel \"A slip\" \"a US official\" tier:official");
        await bot.SettleAsync();
        await bot.DoAsync("/talks undo");
        await bot.SettleAsync();

        var steel = bot.Seen.Where(seen => seen.Post.Cause.Talks == "us-japan-steel").ToList();
        steel.Select(seen => seen.Post.Cause.Kind).Distinct().ShouldBe([DeliveryKind.Update, DeliveryKind.Correction, DeliveryKind.Kill, DeliveryKind.Undone], ignoreOrder: true);
        steel.ShouldAllBe(seen => seen.Text.Split('\n', 2)[0].Contains("US–Japan steel talks"));
        bot.Seen.Where(seen => seen.Post.Cause.Talks == FoundingNight.Slug).ShouldAllBe(seen => seen.Text.Split('\n', 2)[0].Contains("US–Japan automotive talks"));
    }

    [Fact]
    public async Task What_nobody_has_seen_yet_simply_says_what_is_right()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        bot.Platform.Trouble = _ => new PostOutcome.RateLimited(Duration.FromMinutes(2));
        await bot.AddAsync(Wrong);
        await bot.SettleAsync();

        var reply = await bot.SayAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        reply.Body.Heading.ShouldBe("#1 corrected · US–Japan automotive talks; nobody had seen it, so nobody is told");
        bot.Platform.Trouble = _ => null;
        await bot.AdvanceAsync(Duration.FromMinutes(3));

        bot.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem().ShouldContain(Right);
        bot.Shown("desk", DeliveryKind.Correction).ShouldBeEmpty();
        (await bot.EverythingAsync()).ShouldNotContain($"“{Wrong}” – a senior US official (unnamed source)");
    }

    [Fact]
    public async Task A_correction_of_a_correction_says_what_stood_there_last()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Wrong);
        await bot.SettleAsync();
        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");
        await bot.SettleAsync();

        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"The talks go on at noon\"");
        await bot.SettleAsync();

        var corrections = bot.Shown("desk", DeliveryKind.Correction);
        corrections.Count.ShouldBe(2);
        corrections[0].ShouldStartWith("CORRECTED · CORRECTION");
        corrections[1].ShouldContain($"[does not hold any more: “{Right}”");
        corrections[1].ShouldNotContain(Wrong);
    }

    [Fact]
    public async Task Leads_the_digest_and_the_handover()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Wrong);
        await bot.DoAsync($"/talks deadline move {FoundingNight.Slug} D1 +1h");
        await bot.DoAsync($"/talks update correct {FoundingNight.Slug} #1 \"{Right}\"");

        foreach (var line in new[] { $"/talks since 6h {FoundingNight.Slug}", $"/talks digest {FoundingNight.Slug}" })
        {
            var answer = Core.Posts.PostText.Write((await bot.SayAsync(line)).Body);
            var correction = Math.Max(answer.IndexOf("CORRECTION of #1", StringComparison.Ordinal), answer.IndexOf("#1 corrected", StringComparison.Ordinal));
            correction.ShouldBeGreaterThan(0, answer);
            correction.ShouldBeLessThan(answer.IndexOf("D1 moved", StringComparison.Ordinal), answer);
        }
    }

    [Theory]
    [InlineData("#7", Right, "These talks have no such update")]
    [InlineData("#1", Wrong, "#1 already says just that")]
    [InlineData("#2", Right, "#2 was killed")]
    public async Task Refuses(string update, string text, string why)
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Wrong);
        await bot.AddAsync("Something else");
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #2 \"it is not so\"");

        var reply = await bot.SayAsync($"/talks update correct {FoundingNight.Slug} {update} \"{text}\"");

        reply.Refused.ShouldBeTrue();
        reply.Body.Heading.ShouldContain(why);
    }
}
