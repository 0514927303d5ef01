using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Features.Tests.Feeds;

/// <summary>How feeds are asked, and what becomes of those that do not answer.</summary>
public sealed class PolitenessTests(BadWebServer server) : IClassFixture<BadWebServer>
{
    [Fact]
    public async Task Nobody_is_asked_before_it_is_time()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        feed.Say("Cache-Control: max-age=3600");
        feed.Write(("old", "Old", "A."));
        await feed.AddAsync();
        var before = feed.Asked.Count;

        await feed.LookAsync();
        await feed.LookAsync();
        feed.Asked.Count.ShouldBe(before);

        await feed.Desk.LookAtFeedsAsync(Duration.FromHours(1));
        feed.Asked.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        feed.Say("ETag: \"one\"", "Last-Modified: Tue, 27 Jun 1995 14:00:00 GMT");
        feed.Write(("old", "Old", "A."));
        await feed.AddAsync();

        feed.Answer(304);
        await feed.LookAsync();
        await feed.LookAsync();

        feed.Asked[^1].Headers["If-None-Match"].ShouldBe("\"one\"");
        feed.Asked[^1].Headers["If-Modified-Since"].ShouldBe("Tue, 27 Jun 1995 14:00:00 GMT");
        (await feed.FeedAsync()).Failures.ShouldBe(0);
    }

    [Fact]
    public async Task A_feed_that_has_moved_for_good_is_asked_where_it_is_now()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();
        server.Page("/moved", 200, "<rss><channel><item><title>T</title></item></channel></rss>");

        feed.Answer(301, "Location: /moved");
        await feed.LookAsync();

        (await feed.FeedAsync()).Address.ShouldBe(server.At("/moved").AbsoluteUri);
    }

    [Fact]
    public async Task A_feed_that_has_ended_is_muted_and_the_desk_is_told_why()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();

        feed.Answer(410);
        await feed.LookAsync();
        var asked = feed.Asked.Count;
        await feed.Desk.LookAtFeedsAsync(Duration.FromHours(48));

        feed.Asked.Count.ShouldBe(asked);
        PostText.Write((await feed.ToldAsync()).ShouldHaveSingleItem()).ShouldContain("127.0.0.1 says that the feed has ended.");
        (await feed.Desk.SayAsync("feed list")).ShouldContain("Muted: 127.0.0.1 says that the feed has ended.");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Who_asks_for_a_pause_gets_it(int status)
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();

        feed.Answer(status, "Retry-After: 7200");
        await feed.LookAsync();
        var asked = feed.Asked.Count;
        await feed.Desk.LookAtFeedsAsync(Duration.FromMinutes(119));
        feed.Asked.Count.ShouldBe(asked);

        await feed.Desk.LookAtFeedsAsync(Duration.FromMinutes(20));
        feed.Asked.Count.ShouldBe(asked + 1);
    }

    [Fact]
    public async Task The_desk_is_told_once_of_a_feed_that_cannot_be_read()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();

        feed.Answer(500);
        for (var i = 0; i < 7; i++)
        {
            await feed.Desk.LookAtFeedsAsync(Duration.FromHours(12));
        }

        PostText.Write((await feed.ToldAsync()).ShouldHaveSingleItem()).ShouldContain("127.0.0.1 answers with status 500.");
        (await feed.Desk.SayAsync("feed list")).ShouldContain("Not read 7 times in a row: 127.0.0.1 answers with status 500.");
    }

    [Fact]
    public async Task A_muted_feed_says_why_and_is_asked_nothing()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();

        await feed.Desk.SayAsync("feed set F1 mute:\"repeats old news\"");
        var asked = feed.Asked.Count;
        await feed.LookAsync();
        feed.Asked.Count.ShouldBe(asked);
        (await feed.Desk.SayAsync("feed list")).ShouldContain("Muted: repeats old news");

        feed.Write(("meanwhile", "Tariffs meanwhile", "A."));
        await feed.Desk.SayAsync("feed set F1 mute:none");
        await feed.LookAsync();
        feed.Asked.Count.ShouldBe(asked + 1);
        (await feed.ToldAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("file:///etc/passwd", "Addresses that begin with file: are not read; only http and https are.")]
    [InlineData("http://169.254.169.254/latest", "169.254.169.254 is on an internal network and is not asked; whoever runs TalksBot can allow it by TalksBot:Fetch:InternalHosts.")]
    [InlineData("nonsense", "The link is no web address; write it as https://example.org/page.")]
    public async Task An_address_that_is_not_asked_is_refused(string address, string sentence)
    {
        await using var feed = await FeedDesk.OpenAsync(server);

        (await feed.Desk.RefusedAsync($"feed add \"{address}\"")).ShouldBe(sentence);
    }

    [Fact]
    public async Task A_web_page_is_refused_with_the_feeds_it_names()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        server.Page("/page", 200, "<html><head><link rel=alternate type=application/rss+xml href=/its-feed></head></html>");

        var reply = await feed.Desk.RunAsync($"feed add {server.At("/page")}", "terminal:desk", Role.Editor);

        reply.Body.Heading.ShouldBe("That address answers with a web page and no feed. It names 1 feed:");
        reply.Body.Buttons.ShouldHaveSingleItem().Label.ShouldBe(server.At("/its-feed").AbsoluteUri);
    }

    [Fact]
    public async Task A_feed_is_added_once_and_forgotten_when_it_is_removed()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();

        (await feed.Desk.RefusedAsync($"feed add {feed.Address}")).ShouldBe("F1 reads that feed for this channel already; /talks feed set F1 changes what is wanted of it.");
        await feed.Desk.SayAsync("feed remove F1");

        (await feed.LeadsAsync()).ShouldBeEmpty();
        (await feed.Desk.SayAsync("audit")).ShouldContain("F1");
    }
}
