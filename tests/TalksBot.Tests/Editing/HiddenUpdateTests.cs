using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;

namespace TalksBot.Tests.Editing;

/// <summary>Updates that must not be seen: killed, under embargo, or waiting for a second editor.</summary>
public sealed class HiddenUpdateTests
{
    private const string Secret = "the minister resigns at noon";

    [Fact]
    public async Task A_kill_takes_the_words_from_every_output_and_tells_everybody_why()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync(Secret);
        await bot.AddAsync("He does not", "disputes:#1");
        await bot.SettleAsync();

        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"the ministry denies it\"");
        await bot.SettleAsync();

        (await bot.EverythingAsync()).ShouldNotContain(Secret);
        foreach (var channel in new[] { "desk", "tokyo" })
        {
            bot.Shown(channel, DeliveryKind.Kill).ShouldHaveSingleItem().ShouldContain("\nthe ministry denies it");
            bot.Shown(channel, DeliveryKind.Update)[0].ShouldStartWith("KILLED · ");
            bot.Shown(channel, DeliveryKind.Update)[1].ShouldContain("He does not");
        }
    }

    [Fact]
    public async Task A_kill_needs_a_reason_and_happens_once()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret);

        (await bot.SayAsync($"/talks update kill {FoundingNight.Slug} #1")).Refused.ShouldBeTrue();
        (await bot.SayAsync($"/talks update kill {FoundingNight.Slug} #1 \"{new string('x', 7_000)}\"")).Body.Heading.ShouldContain("shorten it to 2,000");
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"wrong\"");
        (await bot.SayAsync($"/talks update kill {FoundingNight.Slug} #1 \"wrong\"")).Body.Heading.ShouldContain("was killed already");
    }

    [Fact]
    public async Task Under_embargo_the_words_are_nowhere_and_then_everywhere_once()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync(Secret, "embargo:\"28 Jun 12pm EDT\"");

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 15, 59));
        (await bot.EverythingAsync()).ShouldNotContain(Secret);

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 16, 0));
        foreach (var channel in new[] { "desk", "tokyo" })
        {
            bot.Shown(channel, DeliveryKind.Update).ShouldHaveSingleItem().ShouldContain(Secret);
        }

        (await bot.EverythingAsync()).ShouldContain(Secret);
    }

    [Theory]
    [InlineData("embargo:\"28 Jun 12pm EDT\"", "#1 is under embargo; ")]
    [InlineData("priority:flash", "#1 still waits for a second editor; ")]
    public async Task No_command_about_it_tells_what_nobody_may_see(string hidden, string why)
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync(Secret, hidden);
        await bot.AddAsync("He does not");

        foreach (var line in new[] { "dispute us-japan-autos #1 #2", "dispute us-japan-autos #2 #1" })
        {
            var reply = await bot.SayAsync($"/talks update {line}");
            reply.Refused.ShouldBeTrue(line);
            reply.Body.Heading.ShouldStartWith(why);
        }

        await bot.SettleAsync();
        bot.Seen.ShouldAllBe(seen => seen.Post.Cause.Kind == DeliveryKind.Alarm || !seen.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("embargo:\"28 Jun 12pm EDT\"")]
    [InlineData("priority:flash")]
    public async Task A_kill_of_what_never_came_out_is_no_news_to_anybody(string hidden)
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync(Secret, hidden);
        await bot.DoAsync($"/talks update kill {FoundingNight.Slug} #1 \"the ministry denies it\"");

        (await bot.SayAsync("/talks since 6h")).Whole.Pieces.Select(piece => piece.ToString()).ShouldAllBe(piece => !piece!.Contains("the ministry denies it"));
        (await bot.SayAsync($"/talks digest {FoundingNight.Slug}")).Whole.Pieces.Select(piece => piece.ToString()).ShouldAllBe(piece => !piece!.Contains("the ministry denies it"));
    }

    [Fact]
    public async Task The_desk_hears_that_an_embargo_ends_soon_without_its_words()
    {
        await using var bot = await EditingDesk.OpenAsync();
        await bot.AddAsync(Secret, "embargo:\"28 Jun 12pm EDT\"");

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 15, 59));

        bot.Shown("desk", DeliveryKind.Alarm).Select(text => text.Split('\n')[0]).ShouldBe([
            "Embargo of #1 lifts in 1 h · US–Japan automotive talks",
            "Embargo of #1 lifts in 15 min · US–Japan automotive talks",
            "Embargo of #1 lifts in 5 min · US–Japan automotive talks",
        ]);
    }

    [Fact]
    public async Task An_embargo_moved_lifts_at_its_new_end_only()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret, "embargo:\"28 Jun 12pm EDT\"");

        var asked = await bot.SayAsync($"/talks update embargo {FoundingNight.Slug} #1 +2h", EditingDesk.Person("Ed"));
        asked.IsPreview.ShouldBeTrue();
        (await bot.SayAsync(asked.Body.Buttons[0].Command, EditingDesk.Person("Ed"))).Refused.ShouldBeFalse();

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 17, 59));
        bot.Shown("desk", DeliveryKind.Update).ShouldBeEmpty();
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 18, 0));
        bot.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_broken_embargo_is_told_at_once_and_never_again()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret, "embargo:\"28 Jun 12pm EDT\"");

        var asked = await bot.SayAsync($"/talks update break {FoundingNight.Slug} #1 \"out elsewhere\"", EditingDesk.Person("Ed"));
        (asked.IsPreview, asked.Body.Heading).ShouldBe((true, "Nothing is done yet. #1 would be told to 1 channel now, before its embargo ends."));
        bot.Shown("desk", DeliveryKind.Update).ShouldBeEmpty();
        await bot.DoAsync($"/talks update break {FoundingNight.Slug} #1 \"out elsewhere\"");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 17, 0));

        bot.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lift_missed_while_the_bot_was_down_is_made_good_and_labelled()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret, "embargo:\"28 Jun 12pm EDT\"");

        await using var later = await bot.RestartAsync(Duration.FromHours(5));
        await later.SettleAsync();

        later.Shown("desk", DeliveryKind.Update).ShouldHaveSingleItem().ShouldStartWith("LATE");
        later.Shown("desk", DeliveryKind.Alarm).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("28 Jun 7am EDT", "has passed")]
    [InlineData("30 Jun 7am EDT", "would outlast D1")]
    public async Task Refuses_an_embargo_that_makes_no_sense(string embargo, string why)
    {
        await using var bot = await EditingDesk.OpenAsync("desk");

        var reply = await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"{Secret}\" \"a senior US official\" tier:unnamed embargo:\"{embargo}\"");

        reply.Refused.ShouldBeTrue();
        reply.Body.Heading.ShouldContain(why);
    }

    [Fact]
    public async Task A_flash_waits_for_a_second_editor_and_its_author_is_not_one()
    {
        await using var bot = await EditingDesk.OpenAsync();
        var (author, editor) = (EditingDesk.Person("Ann") with { HasAgreed = true }, EditingDesk.Person("Ben"));
        await bot.SayAsync($"/talks update add {FoundingNight.Slug} \"{Secret}\" \"both delegations\" tier:on-record priority:flash", author);
        await bot.SettleAsync();

        bot.Shown("tokyo", DeliveryKind.Update).ShouldBeEmpty();
        var approve = bot.Platform.Showing.Single(seen => seen.Post.Cause.Kind is DeliveryKind.Alarm).Post.Post.Buttons[0].Command;
        (await bot.SayAsync(approve, author)).Body.Heading.ShouldBe("#1 is your own flash; a second editor must approve it.");
        (await bot.SayAsync(approve, editor)).Refused.ShouldBeFalse();
        (await bot.SayAsync(approve, EditingDesk.Person("Cy"))).Body.Heading.ShouldBe("#1 was approved already, by Ben.");
        await bot.SettleAsync();

        bot.Shown("tokyo", DeliveryKind.Update).ShouldHaveSingleItem().ShouldContain(Secret);
        bot.Shown("desk", DeliveryKind.Alarm).ShouldHaveSingleItem().ShouldContain("APPROVED");
    }

    [Fact]
    public async Task A_flash_nobody_approves_expires_after_a_quarter_of_an_hour()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret, "priority:flash");

        await bot.AdvanceAsync(Duration.FromMinutes(15));

        bot.Shown("desk", DeliveryKind.Update).ShouldBeEmpty();
        bot.Shown("desk", DeliveryKind.Alarm).ShouldHaveSingleItem().ShouldContain("EXPIRED");
        (await bot.SayAsync($"/talks update approve {FoundingNight.Slug} #1", EditingDesk.Person("Ben"))).Body.Heading.ShouldContain("expired");
    }

    [Fact]
    public async Task What_is_hidden_is_not_offered_for_completion()
    {
        await using var bot = await EditingDesk.OpenAsync("desk");
        await bot.AddAsync(Secret, "embargo:\"28 Jun 12pm EDT\"");
        var desk = (ICommandDesk)bot.Services.GetService(typeof(ICommandDesk))!;
        var spec = desk.Book.Find("update dispute")!;

        var offers = await desk.CompleteAsync(
            spec, "update", "", new Dictionary<string, string> { ["talks"] = FoundingNight.Slug }, EditingDesk.Person("Ann"), TestContext.Current.CancellationToken);

        string.Join('\n', offers.Select(offer => offer.ToString())).ShouldNotContain("minister");
    }
}
