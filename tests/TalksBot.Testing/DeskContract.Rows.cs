using Shouldly;
using TalksBot.Core.Commands;
using Xunit;

namespace TalksBot.Testing;

/// <content>The rows of what is posted.</content>
public abstract partial class DeskContract
{
    [Theory]
    [InlineData("flash", 1, 1, true)]
    [InlineData("bulletin", 1, 1, true)]
    [InlineData("urgent", 1, 1, false)]
    [InlineData("regular", 1, 0, false)]
    [InlineData("deferred", 0, 0, false)]
    public async Task A_priority_decides_who_is_told_and_whom_it_notifies(string priority, int here, int elsewhere, bool notifies)
    {
        await AddAsync("They have a deal", $"priority:{priority}");
        if (priority == "flash")
        {
            (await VisibleMessagesAsync(Channel)).ShouldBeEmpty();
            await DoAsync($"/talks update approve {Slug} #1", by: "Ben");
        }

        var seen = await VisibleMessagesAsync(Channel);
        seen.Count.ShouldBe(here);
        (await VisibleMessagesAsync(OtherChannel)).Count.ShouldBe(elsewhere);
        seen.ShouldAllBe(message => message.Text.Contains("They have a deal", StringComparison.Ordinal));
        seen.ShouldAllBe(message => (message.Pings.Count > 0) == notifies);
    }

    [Fact]
    public async Task A_rung_shows_every_clock_and_the_consequence()
    {
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 2, 59));

        var rung = (await TextsAsync(Channel)).ShouldHaveSingleItem();
        string[] parts = ["1 h to go · ", "Tariffs on luxury cars", "23:59 Washington Wed 28 Jun", "05:59 Geneva Thu 29 Jun (+1)", "12:59 Tokyo Thu 29 Jun (+1)", "100% tariffs"];
        parts.ShouldAllBe(part => rung.Contains(part, StringComparison.Ordinal), rung);
    }

    [Fact]
    public async Task A_deadline_that_passes_says_that_its_outcome_is_not_known()
    {
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 59));

        (await TextsAsync(OtherChannel))[^1].ShouldContain("Deadline passed, outcome not known");
        await Bot.AdvanceAsync(Duration.FromMinutes(60));
        Bot.Seen.Count(seen => seen.Text.StartsWith("Outcome still not recorded", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("deadline move us-japan-autos D1 +36h", "Moved 36 h later")]
    [InlineData("deadline met us-japan-autos D1", "met")]
    [InlineData("deadline withdraw us-japan-autos D1", "withdrawn")]
    [InlineData("outcome us-japan-autos agreed \"They agree.\"", "They agree.")]
    public async Task Who_heard_a_rung_hears_what_becomes_of_the_deadline(string line, string told)
    {
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 2, 59));

        await DoAsync($"/talks {line}");

        foreach (var channel in new[] { Channel, OtherChannel })
        {
            (await TextsAsync(channel))[^1].ShouldContain(told, Case.Insensitive);
        }
    }

    [Fact]
    public async Task A_session_is_told_before_it_starts_and_when_it_starts()
    {
        await DoAsync($"/talks session add {Slug} \"28 Jun 18:00 Geneva\"");

        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 16, 0));

        var texts = await TextsAsync(Channel);
        texts.Count.ShouldBe(2);
        texts.ShouldAllBe(text => text.Contains("18:00 Geneva", StringComparison.Ordinal) && text.Contains("12:00 Washington", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("session move us-japan-autos S1 +2h", "Moved 2 h later", "20:00 Geneva")]
    [InlineData("session cancel us-japan-autos S1 note:\"The minister is ill.\"", "Session cancelled", "The minister is ill.")]
    public async Task Who_follows_hears_what_becomes_of_a_session(string line, string heading, string told)
    {
        await DoAsync($"/talks session add {Slug} \"28 Jun 18:00 Geneva\"");

        await DoAsync($"/talks {line}");
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 16, 0));

        var seen = (await TextsAsync(Channel))[0];
        Heading(seen).ShouldContain(heading);
        seen.ShouldContain(told);
        (await TextsAsync(Channel)).ShouldAllBe(text => !text.StartsWith("Starts in", StringComparison.Ordinal), "The old start must not be told.");
    }

    [Fact]
    public async Task A_correction_is_a_new_message_and_marks_the_old_one()
    {
        await AddAsync("The talks are over", "priority:urgent");

        await DoAsync($"/talks update correct {Slug} #1 \"The talks go on\"");

        foreach (var channel in new[] { Channel, OtherChannel })
        {
            var texts = await TextsAsync(channel);
            texts.Count.ShouldBe(2);
            Heading(texts[0]).ShouldContain("CORRECTED");
            Heading(texts[1]).ShouldContain("CORRECTION");
            texts[1].ShouldContain("The talks go on");
        }
    }

    [Fact]
    public async Task A_kill_takes_the_words_away_and_notifies()
    {
        await AddAsync("The talks are over");

        await DoAsync($"/talks update kill {Slug} #1 \"the ministry denies it\"");

        var seen = await VisibleMessagesAsync(Channel);
        seen.ShouldAllBe(message => !message.Text.Contains("The talks are over", StringComparison.Ordinal));
        seen[^1].Text.ShouldContain("the ministry denies it");
        seen[^1].Pings.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Accounts_that_differ_stand_side_by_side_however_many()
    {
        await AddAsync("The talks are over");
        await AddAsync("The talks go on", "disputes:#1");
        await AddAsync("Nobody knows", "disputes:#2");

        var last = (await TextsAsync(Channel))[^1];
        string[] parts = ["ACCOUNTS DIFFER", "The talks are over", "The talks go on", "Nobody knows"];
        parts.ShouldAllBe(part => last.Contains(part, StringComparison.Ordinal), last);
    }

    [Fact]
    public async Task An_embargo_keeps_its_words_from_everybody_until_it_lifts()
    {
        await AddAsync("The minister resigns", "embargo:\"28 Jun 3pm EDT\" priority:urgent");
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 18, 59));
        (await TextsAsync(Channel)).ShouldAllBe(text => !text.Contains("resigns", StringComparison.Ordinal));

        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 19, 0));

        (await TextsAsync(Channel)).Count(text => text.Contains("The minister resigns", StringComparison.Ordinal)).ShouldBe(1);
        (await TextsAsync(OtherChannel)).Count(text => text.Contains("The minister resigns", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task The_live_message_is_pinned_and_edited_when_something_changes()
    {
        await DoAsync($"/talks follow set {Slug} channel:{Channel} live:yes");
        await Bot.AdvanceAsync(Duration.FromHours(1));
        var before = (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem();

        await DoAsync($"/talks deadline move {Slug} D1 +36h");

        var live = (await VisibleMessagesAsync(Channel)).First(message => message.Text.Contains("As of", StringComparison.Ordinal));
        live.Text.ShouldNotBe(before.Text);
        live.Text.ShouldContain("11:59 Washington Fri 30 Jun");
        live.IsPinned.ShouldBe(CanPin);
    }

    [Fact]
    public async Task Undo_strikes_what_was_posted_and_says_so()
    {
        var reply = await SayAsync($"/talks update add {Slug} \"A slip\" \"a US official\" tier:official");

        await DoAsync(reply.Body.Buttons.Single(button => button.Label == "Undo").Command);

        var texts = await TextsAsync(Channel);
        texts.Count.ShouldBe(2);
        texts.ShouldAllBe(text => Heading(text).Contains("UNDONE", StringComparison.Ordinal), string.Join('\n', texts));
    }

    [Theory]
    [InlineData("update add us-japan-autos \"x\" \"a US official\" tier:official", Role.Reporter)]
    [InlineData("session add us-japan-autos \"28 Jun 18:00 Geneva\"", Role.Reporter)]
    [InlineData("update correct us-japan-autos #1 \"y\"", Role.Editor)]
    [InlineData("update kill us-japan-autos #1 \"y\"", Role.Editor)]
    [InlineData("update approve us-japan-autos #1", Role.Editor)]
    [InlineData("deadline add us-japan-autos \"30 Jun 5pm EDT\" \"x\"", Role.Editor)]
    [InlineData("outcome us-japan-autos agreed \"x\"", Role.Editor)]
    [InlineData("follow add us-japan-autos", Role.Chief)]
    [InlineData("follow set us-japan-autos digest:09:00", Role.Chief)]
    public async Task A_command_is_refused_to_a_lesser_role_by_name(string line, Role least)
    {
        for (var role = Role.Reader; role < least; role++)
        {
            var reply = await SayAsync($"/talks {line}", role: role);
            reply.Refused.ShouldBeTrue($"{role}: {line}");
            reply.Body.Heading.ShouldContain($"needs the role {least.ToString().ToLowerInvariant()}");
        }

        (await SayAsync($"/talks {line}", role: least)).Body.Heading.ShouldNotContain("needs the role");
    }

    private static string Heading(string text) => text.Split('\n')[0];

    /// <summary>The platform can pin messages.</summary>
    protected abstract bool CanPin { get; }
}
