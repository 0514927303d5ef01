using TalksBot.Core.Leads;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Features.Tests.Feeds;

/// <summary>What a feed brings: a lead, told once; an update, once somebody has read it; a question, when the source changes.</summary>
public sealed class LeadTests(BadWebServer server) : IClassFixture<BadWebServer>
{
    [Fact]
    public async Task A_new_item_is_told_once_and_what_stood_there_before_never()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();

        feed.Write(("new", "Tariffs on luxury cars near", "Washington says so."), ("other", "Weather", "Rain."), ("old", "Old news of tariffs", "Long ago."));
        await feed.LookAsync();
        await feed.LookAsync();

        var told = (await feed.ToldAsync()).ShouldHaveSingleItem();
        PostText.Write(told).ShouldBe(
            """
            LEAD · News feeds: “Tariffs on luxury cars near”
            – Example Wire · https://wire.example/new
            Washington says so.
            To publish it: /talks feed publish L2 tier:official · to drop it: /talks feed dismiss L2
            """);
        (await feed.LeadsAsync()).Select(lead => lead.State).ShouldBe([LeadState.Passed, LeadState.New]);
    }

    [Fact]
    public async Task What_floods_the_desk_is_told_in_part_and_the_desk_hears_of_the_rest()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();

        feed.Write([.. Enumerable.Range(1, 40).Select(i => ($"new{i}", $"Tariffs on item {i} come", "Words."))]);
        await feed.LookAsync();
        await feed.LookAsync();

        var told = await feed.ToldAsync();
        told.Count(post => post.Label == "LEAD").ShouldBe(25);
        told.ShouldContain(post => post.LeadsWithWords && PostText.Write(post).Contains("Tariffs on item 1 come", StringComparison.Ordinal));
        PostText.Write(told.Where(post => post.Label != "LEAD").ShouldHaveSingleItem()).ShouldContain("15 items more came at once than are told as leads; look at the feed itself, or mute it: /talks feed set F1 mute:\"too much\"");
    }

    [Fact]
    public async Task It_becomes_an_update_by_a_form_that_is_filled_in_and_its_words_leave_the_question()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();
        feed.Write(("new", "Tariffs on luxury cars near", "Washington says so."));
        await feed.LookAsync();

        var form = await feed.Desk.FormAsync((await feed.ToldAsync())[0].Buttons[0]);
        await feed.Desk.SayAsync($"{form.Retyped("tier", "official")} talks:us-japan-autos");

        (form["text"], form["source"], form["link"], form["tier"]).ShouldBe(("Tariffs on luxury cars near", "Example Wire", "https://wire.example/new", PostButton.Unwritten));
        var update = (await feed.Desk.TalksAsync()).Updates.ShouldHaveSingleItem();
        (update.Text, update.Attribution, update.Link).ShouldBe(("Tariffs on luxury cars near", "Example Wire", new Uri("https://wire.example/new")));
        var asked = (await feed.ToldAsync()).ShouldHaveSingleItem();
        PostText.Write(asked).ShouldBe("LEAD · News feeds\nL2 became #1, by Ann.");
        asked.Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_item_that_changes_says_what_it_read_before()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();
        feed.Write(("new", "Tariffs on cars near", "A."));
        await feed.LookAsync();

        feed.Write(("new", "Tariffs on cars averted", "A."));
        await feed.LookAsync();

        var text = PostText.Write((await feed.ToldAsync()).ShouldHaveSingleItem());
        text.ShouldContain("“Tariffs on cars averted”");
        text.ShouldContain("Its source has changed it; before it read:\n[does not hold any more: Tariffs on cars near]");
    }

    [Fact]
    public async Task Where_an_update_came_from_it_the_desk_is_asked_and_corrects()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync("talks:us-japan-autos words:tariffs");
        feed.Write(("new", "Tariffs on cars near", "A."));
        await feed.LookAsync();
        await feed.Desk.SayAsync("feed publish L2 tier:official");

        feed.Write(("new", "Tariffs on cars averted", "A."));
        await feed.LookAsync();
        var asked = (await feed.ToldAsync())[^1];
        var form = await feed.Desk.FormAsync(asked.Buttons[0]);
        await feed.Desk.SayAsync(form.Line);

        asked.Title.ShouldBe("SOURCE CHANGED · US–Japan automotive talks");
        asked.Buttons.Select(button => button.Label).ShouldBe(["Correct…", "Kill…", "Leave"]);
        PostText.Write(asked).ShouldContain("Tariffs on cars near");
        (await feed.Desk.TalksAsync()).Updates.Single().Text.ShouldBe("Tariffs on cars averted");
        (await feed.ToldAsync())[^1].Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_said_of_words_that_are_killed_or_that_nobody_may_see()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync("talks:us-japan-autos words:tariffs");
        feed.Write(("one", "Tariffs on cars near zyzzyva", "A."), ("two", "Steel tariffs held back quokka", "B."));
        await feed.LookAsync();
        await feed.Desk.SayAsync("feed publish L3 tier:official");
        await feed.Desk.SayAsync("feed publish L2 tier:official embargo:\"28 Jun 1995 17:00 Geneva\"");
        await feed.Desk.SayAsync("update kill us-japan-autos #1 wrong");

        feed.Write(("one", "Tariffs on cars never zyzzyva", "A."), ("two", "Steel tariffs dropped quokka", "B."));
        await feed.LookAsync();

        var all = string.Join('\n', (await feed.ToldAsync()).Select(PostText.Write));
        all.ShouldNotContain("zyzzyva");
        all.ShouldNotContain("quokka");
        all.ShouldContain("#2");
    }

    [Fact]
    public async Task The_same_news_by_others_is_one_lead()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();
        feed.Write(("one", "Kantor says tariffs on luxury cars will come on Wednesday", "A."));
        await feed.LookAsync();

        server.Page("/second", 200, "<rss><channel><title>Second Wire</title></channel></rss>");
        await feed.Desk.SayAsync($"feed add {server.At("/second")} words:tariffs");
        await feed.Desk.LookAtFeedsAsync(Duration.Zero);
        server.Page("/second", 200, "<rss><channel><item><guid>2</guid><title>Kantor says tariffs on luxury cars will come Wednesday</title></item></channel></rss>");
        await feed.LookAsync();

        PostText.Write((await feed.ToldAsync()).ShouldHaveSingleItem()).ShouldContain("Told also by Second Wire.");
        (await feed.LeadsAsync())[^1].State.ShouldBe(LeadState.Folded);
    }

    [Fact]
    public async Task Feeds_for_all_of_the_desk_find_the_talks_by_their_sides()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync("");

        feed.Write(("new", "Japan and the United States agree to meet", "A."), ("no", "Japan wins", "B."));
        await feed.LookAsync();

        (await feed.ToldAsync()).ShouldHaveSingleItem().Heading.ShouldBe("US–Japan automotive talks");
    }

    [Fact]
    public async Task A_lead_that_is_dismissed_asks_nothing_any_more()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();
        feed.Write(("new", "Tariffs on cars near", "A."));
        await feed.LookAsync();

        await feed.Desk.SayAsync("feed dismiss L2");
        feed.Write(("new", "Tariffs on cars averted", "A."));
        await feed.LookAsync();

        PostText.Write((await feed.ToldAsync()).ShouldHaveSingleItem()).ShouldBe("LEAD · News feeds\nL2 was dismissed, by Ann.");
        (await feed.Desk.RefusedAsync("feed dismiss L2")).ShouldBe("L2 is dismissed already.");
    }

    [Fact]
    public async Task A_lead_that_names_no_talks_asks_for_them_and_none_becomes_two_updates()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync();
        feed.Write(("new", "Tariffs on cars near", "A."));
        await feed.LookAsync();

        (await feed.Desk.RefusedAsync("feed publish L2 tier:official")).ShouldBe("The lead names no talks; say which it is for.");
        await feed.Desk.SayAsync("feed publish L2 tier:official talks:us-japan-autos");
        (await feed.Desk.RefusedAsync("feed publish L2 tier:official talks:us-japan-autos")).ShouldBe("L2 became #1 already.");
        (await feed.Desk.RefusedAsync("feed publish L99 tier:official")).ShouldBe("There is no such lead; it may have been forgotten, or its feed was removed.");
    }

    [Fact]
    public async Task What_is_taken_back_can_be_published_again()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync("talks:us-japan-autos words:tariffs");
        feed.Write(("new", "Tariffs on cars near", "A."));
        await feed.LookAsync();
        await feed.Desk.SayAsync("feed publish L2 tier:official");

        await feed.Desk.SayAsync("undo");
        await feed.Desk.SayAsync("feed publish L2 tier:official text:\"In other words\"");

        (await feed.Desk.TalksAsync()).Updates.ShouldHaveSingleItem().Text.ShouldBe("In other words");
        (await feed.LeadsAsync())[^1].Update.ShouldBe((await feed.Desk.TalksAsync()).Updates[0].Number);
    }

    [Fact]
    public async Task What_was_dug_up_from_long_ago_is_no_news()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        server.Page("/dug", 200, "<rss><channel><title>Archive</title></channel></rss>");
        await feed.Desk.SayAsync($"feed add {server.At("/dug")} words:all");
        await feed.Desk.LookAtFeedsAsync(Duration.Zero);

        server.Page("/dug", 200, "<rss><channel><item><title>Tariffs of old</title><pubDate>Tue, 06 Jun 1995 10:00:00 GMT</pubDate></item></channel></rss>");
        await feed.LookAsync();

        (await feed.ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leads_are_offered_while_they_wait_and_feeds_always()
    {
        await using var feed = await FeedDesk.OpenAsync(server);
        await feed.AddAsync("talks:us-japan-autos words:tariffs");
        feed.Write(("one", "Tariffs on cars near", "A."), ("two", "Tariffs on steel too", "B."));
        await feed.LookAsync();

        (await feed.Desk.OfferAsync("feed publish", "lead", "")).ShouldBe(["L3 · Tariffs on cars near", "L2 · Tariffs on steel too"]);
        await feed.Desk.SayAsync("feed publish L2 tier:official");
        (await feed.Desk.OfferAsync("feed publish", "lead", "")).ShouldBe(["L3 · Tariffs on cars near"]);
        (await feed.Desk.OfferAsync("feed set", "feed", "")).ShouldBe(["F1 · Example Wire"]);
    }
}
