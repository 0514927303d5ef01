namespace TalksBot.Web.Tests.Api;

/// <summary>What programs read.</summary>
public sealed class ApiReadTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    [Fact]
    public async Task Talks_their_deadlines_and_their_sessions_are_read_with_instants_and_clocks()
    {
        var list = await desk.GetAsync("/api/v1/negotiations?open=true", desk.Reader);
        var one = await desk.GetAsync(ApiDesk.Talks, desk.Reader);
        var deadline = await desk.GetAsync($"{ApiDesk.Talks}/deadlines/D1", desk.Reader);
        var session = await desk.GetAsync($"{ApiDesk.Talks}/sessions/s1", desk.Reader);

        list.Items.Select(talks => talks!["talks"]!.GetValue<string>()).ShouldContain(ApiDesk.Slug);
        one["nextDeadline"].ShouldBe("D1");
        one["self"].ShouldBe(ApiDesk.Talks);
        one.Json["points"]![0]!["title"]!.GetValue<string>().ShouldBe("Voluntary plans");
        deadline.Json["falls"]!["at"]!.GetValue<string>().ShouldBe("1995-06-29T03:59:00Z");
        deadline.Json["falls"]!["clocks"]![0]!.GetValue<string>().ShouldBe("Wed 28 Jun 1995 23:59 Washington");
        deadline["state"].ShouldBe("standing");
        session["place"].ShouldBe("Intercontinental");
        one.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
    }

    [Fact]
    public async Task What_still_reads_so_is_not_sent_again()
    {
        var first = await desk.GetAsync($"{ApiDesk.Talks}/deadlines", desk.Reader);
        var again = await desk.GetAsync($"{ApiDesk.Talks}/deadlines", desk.Reader, ("If-None-Match", first.Tag!));
        var others = await desk.GetAsync($"{ApiDesk.Talks}/deadlines", desk.Reader, ("If-None-Match", "W/\"x\", \"y\""));
        await desk.Desk.DoAsync($"/talks deadline set {ApiDesk.Slug} D1 label:\"US tariffs\"");
        var changed = await desk.GetAsync($"{ApiDesk.Talks}/deadlines", desk.Reader, ("If-None-Match", first.Tag!));
        var head = await desk.SendAsync(HttpMethod.Head, $"{ApiDesk.Talks}/deadlines", desk.Reader);

        again.Status.ShouldBe(304);
        again.Text.ShouldBeEmpty();
        others.Status.ShouldBe(200);
        changed.Status.ShouldBe(200);
        (head.Status, head.Text, head.Tag).ShouldBe((200, "", changed.Tag));
    }

    [Fact]
    public async Task A_list_of_updates_goes_on_where_it_stopped_whatever_is_added_meanwhile()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await desk.AddAsync($"list {number}");
        }

        var whole = await desk.GetAsync($"{ApiDesk.Talks}/updates?limit=200", desk.Reader);
        var (page, got) = (await desk.GetAsync($"{ApiDesk.Talks}/updates?limit=2", desk.Reader), new List<string>());
        for (var pages = 0; ; pages++)
        {
            got.AddRange(page.Items.Select(update => update!["update"]!.GetValue<string>()));
            if (page["next"] is not { } next)
            {
                break;
            }

            await desk.AddAsync($"meanwhile {pages}");
            page = await desk.GetAsync($"{ApiDesk.Talks}/updates?limit=2&cursor={next}", desk.Reader);
        }

        got.ShouldBe(whole.Items.Select(update => update!["update"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Killed_words_and_those_that_nobody_may_see_yet_are_in_no_answer()
    {
        var killed = await desk.AddAsync("killed words");
        await desk.Desk.DoAsync($"/talks update kill {ApiDesk.Slug} #{killed} \"the ministry denies it\"");
        var corrected = await desk.AddAsync("wrong words");
        await desk.Desk.DoAsync($"/talks update correct {ApiDesk.Slug} #{corrected} \"right words\"");
        await desk.Desk.DoAsync($"/talks update add {ApiDesk.Slug} \"embargoed words\" \"a senior US official\" tier:unnamed embargo:\"in 3h\"");
        var hidden = corrected + 1;

        var one = await desk.GetAsync($"{ApiDesk.Talks}/updates/{killed}", desk.Reader);
        var other = await desk.GetAsync($"{ApiDesk.Talks}/updates/%23{corrected}", desk.Reader);
        var waiting = await desk.GetAsync($"{ApiDesk.Talks}/updates/{hidden}", desk.Reader);
        var since = await desk.GetAsync("/api/v1/since?from=1995-06-28T00:00:00Z&limit=200", desk.Reader);
        var all = new[] { one, other, waiting, since, await desk.GetAsync($"{ApiDesk.Talks}/updates?limit=200", desk.Reader), await desk.GetAsync("/api/v1/receipts?limit=200", desk.Reporter) };

        one["state"].ShouldBe("killed");
        one.Json["killed"]!["reason"]!.GetValue<string>().ShouldBe("the ministry denies it");
        (other["text"], other.Json["corrections"]!.GetValue<int>()).ShouldBe(("right words", 1));
        waiting.Status.ShouldBe(404);
        string.Join('\n', all.Select(answer => answer.Text)).ShouldSatisfyAllConditions(
            text => text.ShouldNotContain("killed words"),
            text => text.ShouldNotContain("wrong words"),
            text => text.ShouldNotContain("embargoed words"));
        Subjects(since).ShouldContain(("killed", $"#{killed}"));
        Subjects(since).ShouldContain(("corrected", $"#{corrected}"));
        Subjects(since).ShouldNotContain(("added", $"#{hidden}"));
    }

    [Fact]
    public async Task Changes_are_told_once_each_and_what_is_taken_back_is_told_too()
    {
        var before = await desk.GetAsync("/api/v1/since?from=1995-06-28T00:00:00Z&limit=200", desk.Reader);
        var number = await desk.AddAsync("to be taken back");
        await desk.Desk.DoAsync("/talks undo");

        var first = await desk.GetAsync($"/api/v1/since?limit=1&cursor={before["next"]}", desk.Reader);
        var second = await desk.GetAsync($"/api/v1/since?cursor={first["next"]}", desk.Reader);

        Subjects(first).ShouldBe([("undone", $"#{number}")]);
        first.Json["more"]!.GetValue<bool>().ShouldBeFalse();
        second.Items.ShouldBeEmpty();
        second["next"].ShouldBe(first["next"]);
        (await desk.GetAsync($"{ApiDesk.Talks}/updates/{number}", desk.Reader)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_a_change_names_is_read_where_it_says()
    {
        await desk.AddAsync("named by a change");

        var since = await desk.GetAsync("/api/v1/since?from=1995-06-28T00:00:00Z&limit=200", desk.Reader);

        foreach (var change in since.Items.Where(change => change!["what"]!.GetValue<string>() is "opened" or "added"))
        {
            var read = await desk.GetAsync(change!["self"]!.GetValue<string>(), desk.Reader);
            read.Status.ShouldBe(200, change.ToJsonString());
            read["self"].ShouldBe(change["self"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Receipts_say_what_became_of_every_post_of_these_talks()
    {
        var number = await desk.AddAsync("with a receipt");

        var receipts = await desk.GetAsync($"/api/v1/receipts?talks={ApiDesk.Slug}&limit=200", desk.Reporter);

        var receipt = receipts.Items.Single(known => known!["subject"]!.GetValue<string>() == $"#{number}")!;
        receipt["channel"]!.GetValue<string>().ShouldBe("terminal:tokyo");
        receipt["kind"]!.GetValue<string>().ShouldBe("update");
        receipt["act"]!.GetValue<string>().ShouldBe("post");
    }

    [Fact]
    public async Task A_token_for_some_talks_opens_those_alone()
    {
        await desk.Desk.DoAsync("/talks open other-talks \"Other talks\" follow:no");
        await desk.Desk.DoAsync("/talks update add other-talks \"elsewhere\" \"a senior US official\" tier:unnamed");
        var secret = await desk.MakeAsync("other-talks role:editor");

        var list = await desk.GetAsync("/api/v1/negotiations", secret);
        var since = await desk.GetAsync("/api/v1/since?from=1995-06-28T00:00:00Z", secret);
        var added = await desk.PostAsync($"{ApiDesk.Talks}/updates", secret, new { text = "x", source = "a senior US official", tier = "unnamed", confirm = "yes" });
        var killed = await desk.PostAsync($"{ApiDesk.Talks}/updates/1/kill", secret, new { reason = "x", confirm = "yes" });

        list.Items.ShouldHaveSingleItem()!["talks"]!.GetValue<string>().ShouldBe("other-talks");
        since.Items.ShouldAllBe(change => change!["talks"]!.GetValue<string>() == "other-talks");
        (await desk.GetAsync(ApiDesk.Talks, secret)).Status.ShouldBe(404);
        (await desk.GetAsync($"{ApiDesk.Talks}/updates", secret)).Status.ShouldBe(404);
        (await desk.GetAsync($"/api/v1/receipts?talks={ApiDesk.Slug}", secret)).Status.ShouldBe(404);
        (added.Status, killed.Status).ShouldBe((404, 404));
    }

    private static IEnumerable<(string What, string Subject)> Subjects(Answer since) =>
        since.Items.Select(change => (change!["what"]!.GetValue<string>(), change["subject"]!.GetValue<string>()));
}
