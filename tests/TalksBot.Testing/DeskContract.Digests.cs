using Shouldly;
using Xunit;

namespace TalksBot.Testing;

/// <content>The daily digest.</content>
public abstract partial class DeskContract
{
    /// <summary>The platform shows pictures.</summary>
    protected abstract bool ShowsPictures { get; }

    [Fact]
    public async Task A_digest_comes_at_the_channels_own_hour_and_leads_with_corrections()
    {
        await DoAsync($"/talks follow set {Slug} channel:{Channel} zone:Tokyo digest:22:00");
        await Bot.AdvanceAsync(Duration.FromMinutes(1));
        await AddAsync("The talks are over", "priority:deferred");
        await DoAsync($"/talks update correct {Slug} #1 \"The talks go on\"");

        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 13, 0));

        var digest = (await TextsAsync(Channel)).ShouldHaveSingleItem();
        digest.ShouldContain("Daily digest");
        digest.IndexOf("#1 corrected", StringComparison.Ordinal).ShouldBeInRange(0, digest.IndexOf("Next", StringComparison.Ordinal), digest);
    }

    [Fact]
    public async Task A_digest_prints_its_window_says_that_nothing_changed_and_shows_the_timeline()
    {
        await DoAsync($"/talks follow set {Slug} channel:{Channel} zone:Tokyo digest:22:00");

        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 28, 13, 0));

        var digest = (await VisibleMessagesAsync(Channel)).ShouldHaveSingleItem();
        string[] parts = ["Daily digest", "22:00 Tokyo", "No change", "D1 Tariffs on luxury cars", "12:59 Tokyo Thu 29 Jun"];
        parts.ShouldAllBe(part => digest.Text.Contains(part, StringComparison.OrdinalIgnoreCase), digest.Text);
        if (ShowsPictures)
        {
            digest.Pictures.ShouldHaveSingleItem().ShouldContain("D1");
        }
    }
}
