using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>The rows of channels that sleep and alerts that must be seen.</content>
public abstract partial class DeskContract
{
    [Fact]
    public async Task Quiet_hours_hold_regular_updates_for_one_bundle_and_let_the_rest_pass()
    {
        await DoAsync($"/talks follow set {Slug} channel:{Channel} zone:Geneva quiet:13:00-15:00");
        await AddAsync("First word");
        await AddAsync("Second word");
        await AddAsync("Pressing word", "priority:urgent");
        (await TextsAsync(Channel)).ShouldHaveSingleItem().ShouldContain("Pressing word");

        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 13, 0));

        var texts = await TextsAsync(Channel);
        texts.Count.ShouldBe(2);
        texts[1].ShouldContain("First word");
        texts[1].ShouldContain("Second word");
    }

    [Fact]
    public async Task An_alert_nobody_acknowledges_mentions_the_escalation_target_once()
    {
        await DoAsync($"/talks follow set {Slug} channel:{Channel} escalate:\"{Mention}\"");
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 38));
        var before = (await VisibleMessagesAsync(Channel)).Count(message => message.Pings.Count > 0);

        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 58));

        (await VisibleMessagesAsync(Channel)).Count(message => message.Pings.Count > 0).ShouldBe(before + 1);
    }

    [Fact]
    public async Task An_alert_that_was_acknowledged_says_by_whom_and_is_not_escalated()
    {
        await DoAsync($"/talks follow set {Slug} channel:{Channel} escalate:\"{Mention}\"");
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 30));

        await DoAsync($"/talks acknowledge {Slug} D1");
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 58));

        var seen = await VisibleMessagesAsync(Channel);
        seen[^1].Text.ShouldContain("Acknowledged by Ann");
        seen.ShouldAllBe(message => message.Pings.Count == 0);
    }
}
