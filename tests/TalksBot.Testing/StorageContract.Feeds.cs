using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TalksBot.Core.Channels;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Feeds;
using TalksBot.Storage;
using Xunit;

namespace TalksBot.Testing;

/// <content>News feeds: of two that share the database one asks.</content>
public abstract partial class StorageContract
{
    [Fact]
    public async Task A_feed_that_is_due_is_asked_by_one_of_them_and_told_once()
    {
        await using var server = new BadWebServer();
        server.Page("/feed", 200, "<rss><channel/></rss>", "ETag: \"1\"");
        await using (var scope = _here.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
            db.Feeds.Add(new NewsFeed(server.At("/feed"), new FeedWish("Wire", Talks: null, FeedWish.Everything), new ChannelAddress("terminal", "", "desk"), new Stamp(Now, "ada", "terminal:desk")));
            await db.SaveChangesAsync(Token);
        }

        await BothLookAsync();
        server.Page("/feed", 200, "<rss><channel><item><title>Talks resume</title></item></channel></rss>");
        _clock.AdvanceTo(Now + Duration.FromHours(1));
        await BothLookAsync();

        server.Asked.Count.ShouldBe(2);
        await using var after = _there.CreateAsyncScope();
        var seen = after.ServiceProvider.GetRequiredService<TalksDb>();
        seen.Leads.ShouldHaveSingleItem().Title.ShouldBe("Talks resume");
        seen.Deliveries.Count(delivery => delivery.Subject == "L1").ShouldBe(1);
    }

    private Task BothLookAsync() => Task.WhenAll(new[] { _here, _there }.Select(node => Task.Run(() => node.GetRequiredService<FeedRounds>().RunAsync(Token), Token)));
}
