using System.Net;
using TalksBot.Core.Posts;

namespace TalksBot.Web.Tests;

/// <summary>Who gets a calendar, and how often.</summary>
public sealed class CalendarDoorTests(CalendarDoorTests.Door door) : IClassFixture<CalendarDoorTests.Door>
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WallDesk Desk => door.Desk;

    [Fact]
    public async Task Whoever_has_it_already_gets_no_other_until_it_changes()
    {
        var address = await Desk.AddCalendarAsync();

        using var first = await Http.GetAsync(address, Token);
        using var again = await AskAsync(HttpMethod.Get, address, first.Headers.ETag!.ToString());
        using var weak = await AskAsync(HttpMethod.Get, address, $"\"other\", W/{first.Headers.ETag}");
        using var head = await AskAsync(HttpMethod.Head, address, "\"other\"");
        await Desk.DoAsync($"/talks deadline move {WallDesk.Slug} D1 +1m");
        using var changed = await AskAsync(HttpMethod.Get, address, first.Headers.ETag.ToString());

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        first.Headers.ETag.IsWeak.ShouldBeFalse();
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        var text = await first.Content.ReadAsStringAsync(Token);
        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.ShouldNotContain(Secret(address));
        (again.StatusCode, weak.StatusCode).ShouldBe((HttpStatusCode.NotModified, HttpStatusCode.NotModified));
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, first.Content.Headers.ContentLength));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await changed.Content.ReadAsStringAsync(Token)).ShouldNotBe(text);
    }

    [Fact]
    public async Task A_channel_that_follows_other_talks_than_before_has_another_calendar()
    {
        string[] slugs = ["amber", "beryl", "coral", "diamond"];
        foreach (var slug in slugs)
        {
            await Desk.DoAsync($"/talks open {slug} \"Talks on {slug}\" follow:no");
            await Desk.DoAsync($"/talks deadline add {slug} \"30 Jun 1995 12:00 Geneva\" \"Offers on {slug}\"");
        }

        await Desk.DoAsync("/talks follow add amber");
        await Desk.DoAsync("/talks follow add diamond");
        var address = await Desk.AddCalendarAsync("follow:yes");
        var first = await Http.GetStringAsync(address, Token);
        await Desk.DoAsync("/talks follow remove amber");
        await Desk.DoAsync("/talks follow remove diamond");
        await Desk.DoAsync("/talks follow add beryl");
        await Desk.DoAsync("/talks follow add coral");
        var second = await Http.GetStringAsync(address, Token);

        slugs.Where(slug => first.Contains($"Offers on {slug}", StringComparison.Ordinal)).ShouldBe(["amber", "diamond"]);
        slugs.Where(slug => second.Contains($"Offers on {slug}", StringComparison.Ordinal)).ShouldBe(["beryl", "coral"]);
    }

    [Fact]
    public async Task Nothing_is_said_to_whoever_has_no_token_or_another()
    {
        var one = await Desk.AddCalendarAsync(WallDesk.Slug);
        var gone = await Desk.AddCalendarAsync("label:gone");
        var name = PostText.Write((await Desk.DoAsync("/talks calendar list")).Body).Split('\n').Single(line => line.Contains("gone", StringComparison.Ordinal)).Split(' ')[0];
        await Desk.DoAsync($"/talks calendar revoke {name}");
        var wall = await Desk.AddWallAsync();

        foreach (var path in new[]
        {
            gone.AbsolutePath, "/calendar/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/all.ics", "/calendar//all.ics", "/calendar/all.ics", "/calendar", $"/calendar/{wall.Segments[2]}/all.ics",
            $"/calendar/{Desk.Wall.Segments[2]}/all.ics", one.AbsolutePath.Replace(WallDesk.Slug, "other", StringComparison.Ordinal), one.AbsolutePath.Replace(WallDesk.Slug, "follow", StringComparison.Ordinal),
            one.AbsolutePath.Replace(".ics", ".txt", StringComparison.Ordinal), $"/wall/{Secret(one)}", "/calendar/x/..%2f..%2fappsettings.json", "/calendar/a%0d%0aSet-Cookie:x=1/all.ics",
        })
        {
            using var answer = await Http.GetAsync(new Uri(Desk.Root, path), Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("There is nothing here.\n", path);
            answer.Headers.ETag.ShouldBeNull(path);
        }

        (await Http.GetAsync(one, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Http.PostAsync(one, content: null, Token)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_calendar_asked_for_a_thousand_times_a_minute_says_come_back_and_others_are_answered()
    {
        var (busy, other) = (await Desk.AddCalendarAsync(), await Desk.AddCalendarAsync());
        var answers = new List<HttpStatusCode>();
        var waits = "";

        for (var i = 0; i < 200; i++)
        {
            using var answer = await Http.GetAsync(busy, Token);
            answers.Add(answer.StatusCode);
            waits = answer.Headers.RetryAfter?.ToString() ?? waits;
        }

        answers.Take(120).ShouldAllBe(status => status == HttpStatusCode.OK);
        answers.Skip(120).ShouldAllBe(status => status == HttpStatusCode.TooManyRequests);
        waits.ShouldBe("60");
        (await Http.GetAsync(other, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_word_that_is_hidden_and_no_token_is_told_or_logged()
    {
        await Desk.DoAsync($"/talks update add {WallDesk.Slug} text:\"embargoed words\" tier:official source:\"US officials\" embargo:\"in 6h\"");
        await Desk.DoAsync($"/talks update add {WallDesk.Slug} text:\"unapproved words\" tier:official source:\"US officials\" priority:flash");
        var address = await Desk.AddCalendarAsync("label:phones");

        using var answer = await Http.GetAsync(address, Token);
        var audit = PostText.Write((await Desk.DoAsync("/talks audit")).Body);

        $"{answer.Headers}{await answer.Content.ReadAsStringAsync(Token)}".ShouldNotContain(" words");
        audit.ShouldContain("issued: phones");
        audit.ShouldNotContain(Secret(address));
        door.Log.Text.ShouldNotContain(Secret(address));
    }

    private static string Secret(Uri address) => address.Segments[2].TrimEnd('/');

    private static async Task<HttpResponseMessage> AskAsync(HttpMethod method, Uri address, string known)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await Http.SendAsync(request, Token);
    }

    /// <summary>One desk with its door open for all of these.</summary>
    public sealed class Door : IAsyncLifetime
    {
        internal AllLogged Log { get; } = new();

        public WallDesk Desk { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Desk = await WallDesk.StartAsync(WallDesk.Afternoon, log: Log);
            await Desk.OpenTalksAsync();
        }

        public ValueTask DisposeAsync() => Desk.DisposeAsync();
    }
}
