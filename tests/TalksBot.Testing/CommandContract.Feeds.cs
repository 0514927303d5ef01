using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Feeds;
using TalksBot.Features.Fetching;
using TalksBot.Storage;
using Xunit;

namespace TalksBot.Testing;

/// <content>Leads from news feeds: a post with a form that is filled in already, and a question when their source changes.</content>
public abstract partial class CommandContract
{
    private static readonly Uri FeedAddress = new("https://wire.example/feed");

    [Fact]
    public async Task A_lead_becomes_an_update_and_is_put_right_when_its_source_changes()
    {
        await FeedTellsAsync();
        await FeedTellsAsync("Tariffs on cars near");
        Operations[^1].Text.ShouldContain("Tariffs on cars near");

        await PostAsync(await Ben.FillAsync(Operations[^1], "Publish…", ("tier", "official")));
        Wire[^1].Text.ShouldContain("Tariffs on cars near");
        Wire[^1].Text.ShouldContain("Example Wire");
        Operations[^1].Text.ShouldContain("became #1");
        Operations[^1].Text.ShouldNotContain("Tariffs on cars near");

        await FeedTellsAsync("Tariffs on cars averted");
        Operations[^1].Text.ShouldContain("SOURCE CHANGED");
        await PostAsync(await Ben.FillAsync(Operations[^1], "Correct…", ("text", "Tariffs on cars are averted")));
        Wire[^1].Text.ShouldContain("Tariffs on cars are averted");
    }

    [Fact]
    public async Task A_lead_is_dismissed_at_a_press()
    {
        await FeedTellsAsync();
        await FeedTellsAsync("Tariffs on cars near");

        var answer = await Ben.PressAsync(Operations[^1], "Dismiss");
        await SettleAsync();

        answer.Text.ShouldContain("L1 dismissed");
        Operations[^1].Text.ShouldContain("L1 was dismissed");
        Wire.ShouldBeEmpty();
    }

    private async Task PostAsync(ChatMessage sent)
    {
        if (sent.Buttons.Contains("Post"))
        {
            await Ben.PressAsync(sent, "Post");
        }

        await SettleAsync();
    }

    /// <summary>The desk's feed answers with one item of this title, or with none.</summary>
    private async Task FeedTellsAsync(string title = "")
    {
        var token = TestContext.Current.CancellationToken;
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        if (title.Length == 0)
        {
            var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
            var talks = db.Negotiations.Single(known => known.Slug == Slug).Id;
            db.Feeds.Add(new NewsFeed(FeedAddress, new FeedWish("Example Wire", talks, FeedWish.Everything), OperationsAddress, new Stamp(now, "ada", $"{OperationsAddress}")));
            await db.SaveChangesAsync(token);
        }

        var item = title.Length == 0 ? "" : $"<item><guid>1</guid><title>{title}</title></item>";
        var answer = new WebReading.Answer(200, Encoding.UTF8.GetBytes($"<rss><channel>{item}</channel></rss>"), new WebHeaders()) { Address = FeedAddress };
        await scope.ServiceProvider.GetRequiredService<KeepReading>().RunAsync(db.Feeds.Single().Id, answer, token);
        await SettleAsync();
    }
}
