using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TalksBot.Web.Tests;

/// <summary>What people see on the wall.</summary>
[Collection(nameof(Screens))]
public sealed class WallScreenTests(Screens screens)
{
    private const string Attack = "<img src=x onerror=document.title=1>";

    [Fact]
    public async Task Shows_the_next_deadline_and_what_is_said_as_it_is_said()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        var page = await screens.OpenAsync(desk, desk.Wall);
        await page.StateAsync("live");
        await page.SeeAsync("US tariffs on Japanese luxury cars");
        (await page.InnerTextAsync("#count")).ShouldMatch("8\\s*h\\s*5[89]\\s*min");
        (await page.InnerTextAsync(".clocks")).ShouldMatch("23:59\\s+Washington\\s+Wed 28 Jun\\s+05:59\\s+Geneva\\s+Thu 29 Jun\\s*\\+1");

        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"{Attack}\" \"a US official\" tier:official side:US");

        await page.SeeAsync(Attack, 1_000);
        (await page.InnerTextAsync(".latest")).ShouldMatch("US\\s+<img.*\\s+US-JP #1 · a US official \\(official\\) · 15:0\\d");
        (await page.TitleAsync()).ShouldBe("The desk – TalksBot wall");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Takes_the_strip_for_a_kill_and_says_none_of_its_words()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"Nonsense was heard\" \"a US official\" tier:official");
        var page = await screens.OpenAsync(desk, desk.Wall);
        await page.SeeAsync("Nonsense was heard");

        await desk.DoAsync($"/talks update kill {WallDesk.Slug} #1 \"it was a hoax\"");

        await page.SeeAsync("KILL: US-JP #1 is withdrawn: do not use it – it was a hoax", 1_000);
        (await page.ContentAsync()).ShouldNotContain("Nonsense");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Neither_a_kill_nor_a_correction_hides_the_other()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"Nonsense was heard\" \"a US official\" tier:official");
        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"They meet at 18:30\" \"a US official\" tier:official");
        var page = await screens.OpenAsync(desk, desk.Wall);
        await page.SeeAsync("Nonsense was heard");

        await desk.DoAsync($"/talks update kill {WallDesk.Slug} #1 \"it was a hoax\"");
        await desk.DoAsync($"/talks update correct {WallDesk.Slug} #2 \"They meet at 19:30\"");
        await page.SeeAsync("CORRECTION:", 2_000);

        (await page.InnerTextAsync("#takeover")).ShouldMatch("KILL: US-JP #1 is withdrawn.*\\s+CORRECTION: US-JP #2 is corrected: They meet at 19:30");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight")).ShouldBeTrue();
        await page.SetViewportSizeAsync(390, 844);
        (await page.EvaluateAsync<bool>("() => { const at = document.getElementById('takeover').getBoundingClientRect(); return at.top > 0 && at.bottom <= innerHeight + 1; }")).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_screens_with_wrong_clocks_change_in_the_same_moment_and_say_so()
    {
        await using var desk = await WallDesk.StartAsync(Instant.FromUtc(1995, 6, 29, 3, 58, 52));
        await desk.OpenTalksAsync();
        var slow = await screens.OpenAsync(desk, desk.Wall, wrongBy: Duration.FromMinutes(-10));
        var fast = await screens.OpenAsync(desk, desk.Wall, wrongBy: Duration.FromMinutes(10));
        await slow.StateAsync("live");
        await fast.StateAsync("live");

        var flips = await Task.WhenAll(new[] { slow, fast }.Select(page => page.EvaluateAsync<double>(
            "() => new Promise(done => { const look = setInterval(() => { if (document.body.dataset.pressure === 'passed') { clearInterval(look); done(performance.timeOrigin + performance.now()); } }, 5); })")));

        Math.Abs(flips[0] - flips[1]).ShouldBeLessThan(100);
        var due = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + (Instant.FromUtc(1995, 6, 29, 3, 59) - desk.Now);
        (flips.Average() - due.ToUnixTimeMilliseconds()).ShouldBe(0, 150);
        (await slow.TextAsync()).ShouldContain("this screen's own clock is 10 min slow; the server's counts");
        (await fast.TextAsync()).ShouldContain("this screen's own clock is 10 min fast; the server's counts");
        (await slow.TextAsync()).ShouldContain("PASSED");
        (await slow.InnerTextAsync("#assertive")).ShouldBe("PASSED: US tariffs on Japanese luxury cars. The outcome is not yet known.");
        await slow.Context.CloseAsync();
        await fast.Context.CloseAsync();
    }

    [Fact]
    public async Task Says_when_an_hour_is_left_to_those_who_do_not_see()
    {
        await using var desk = await WallDesk.StartAsync(Instant.FromUtc(1995, 6, 29, 2, 58, 54));
        await desk.OpenTalksAsync();
        var page = await screens.OpenAsync(desk, desk.Wall);
        await page.StateAsync("live");

        await page.WaitForFunctionAsync("() => document.getElementById('polite').textContent === '1 h to US tariffs on Japanese luxury cars'", null, new() { Timeout = 12_000 });

        (await page.GetAttributeAsync("#count", "role")).ShouldBe("timer");
        (await page.GetAttributeAsync("body", "data-pressure")).ShouldBe("red");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("dark", 1920, 1080)]
    [InlineData("light", 1920, 1080)]
    [InlineData("dark", 390, 844)]
    public async Task Has_nothing_that_axe_objects_to_and_contrasts_of_seven(string theme, int width, int height)
    {
        await using var desk = await WallShots.FullDeskAsync(Instant.FromUtc(1995, 6, 28, 22, 17));
        var page = await screens.OpenAsync(desk, new Uri($"{desk.Wall}?theme={theme}"), width, height);
        await page.StateAsync("live");
        await page.SeeAsync("LIVE");

        var found = await page.RunAxe(new AxeRunOptions { Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true } } });

        found.Violations.Select(one => $"{one.Id}: {string.Join(" | ", one.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(2160, 3840)]
    public async Task Fills_a_screen_without_scrolling_and_the_number_leads(int width, int height)
    {
        await using var desk = await WallShots.FullDeskAsync(Instant.FromUtc(1995, 6, 28, 22, 17));
        var page = await screens.OpenAsync(desk, desk.Wall, width, height);
        await page.StateAsync("live");
        await page.SeeAsync("Kantor and Hashimoto");

        var box = await page.Locator("#count").BoundingBoxAsync();
        var end = await page.EvaluateAsync<float>("() => [...document.querySelectorAll('#count .part')].at(-1).getBoundingClientRect().right");

        box!.Height.ShouldBeGreaterThanOrEqualTo(0.2f * Math.Min(width, height));
        end.ShouldBeLessThanOrEqualTo(box.X + box.Width + 1);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight")).ShouldBeTrue();
        (await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('aside li:not([hidden])')].every(one => one.getBoundingClientRect().bottom <= document.querySelector('aside').getBoundingClientRect().bottom + 1)")).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_accounts_that_differ_none_stands_alone_however_long_they_are()
    {
        await using var desk = await WallShots.FullDeskAsync(Instant.FromUtc(1995, 6, 28, 22, 17));
        var endless = string.Concat(Enumerable.Repeat("and so it goes on for longer than any line ", 5));
        foreach (var side in new[] { "US", "JP" })
        {
            await desk.DoAsync($"/talks update add {WallDesk.Slug} \"{side} says otherwise {endless}\" \"an official who would be named by nobody, least of all on a wall\" tier:unnamed side:{side} disputes:#2");
        }

        var page = await screens.OpenAsync(desk, desk.Wall, 1280, 720);
        await page.StateAsync("live");
        await page.SeeAsync("Strike notice");

        foreach (var (width, height) in new[] { (1280, 720), (1920, 1080), (1080, 1920), (1280, 600) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.WaitForTimeoutAsync(200);
            var shown = await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.accounts li')].filter(one => one.offsetParent !== null).length");
            var isWhole = await page.EvaluateAsync<bool>("() => document.getElementById('matter').scrollHeight <= document.getElementById('matter').clientHeight + 1 && document.documentElement.scrollHeight <= innerHeight");
            (shown, isWhole).ShouldBeOneOf([(3, true), (0, true)], await page.EvaluateAsync<string>("() => `${innerWidth}x${innerHeight}: matter ${document.getElementById('matter').scrollHeight} of ${document.getElementById('matter').clientHeight}, page ${document.documentElement.scrollHeight}`"));
        }

        await page.SetViewportSizeAsync(1920, 1080);
        await page.WaitForTimeoutAsync(200);
        (await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.accounts li')].filter(one => one.offsetParent !== null).length")).ShouldBe(3);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_has_times_and_says_as_of_when()
    {
        await using var desk = await WallShots.FullDeskAsync(Instant.FromUtc(1995, 6, 28, 22, 17));

        var page = await screens.OpenAsync(desk, desk.Wall, options: new BrowserNewContextOptions { JavaScriptEnabled = false });

        var text = await page.TextAsync();
        text.ShouldMatch("AS OF\\s+Wed 28 Jun 1995 18:1\\d");
        text.ShouldContain("US tariffs on Japanese luxury cars");
        text.ShouldMatch("23:59\\s*Washington\\s+US tariffs");
        text.ShouldContain("05:59");
        text.ShouldContain("a US official travelling with Kantor (official)");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_browser_that_cannot_listen_says_as_of_when_and_looks_again()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        var page = await screens.OpenAsync(desk, await desk.AddWallAsync(), before: page => page.AddInitScriptAsync("delete window.EventSource"));
        (await page.TextAsync()).ShouldContain("AS OF");

        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"{Attack}\" \"a US official\" tier:official");

        await page.SeeAsync(Attack, 15_000);
        (await page.TextAsync()).ShouldContain("AS OF");

        await desk.DoAsync("/talks wall revoke W1");
        await page.GetByText("There is nothing here").WaitForAsync(new() { Timeout = 15_000 });
        (await page.ContentAsync()).ShouldNotContain("AS OF");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_says_that_a_deadline_has_passed()
    {
        await using var desk = await WallDesk.StartAsync(Instant.FromUtc(1995, 6, 29, 3, 58, 59));
        await desk.OpenTalksAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        var page = await screens.OpenAsync(desk, desk.Wall, 390, 844, new BrowserNewContextOptions { JavaScriptEnabled = false });

        (await page.TextAsync()).ShouldMatch("OUTCOME NOT YET KNOWN\\s+PASSED\\s+US tariffs");
        (await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.clocks span, .kicker')].every(one => one.scrollWidth <= one.clientWidth + 1)")).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("", "No talks yet")]
    [InlineData("open", "No deadline")]
    [InlineData("closed", "All closed")]
    public async Task Has_a_face_for_nothing(string state, string face)
    {
        await using var desk = await WallDesk.StartAsync();
        if (state.Length > 0)
        {
            await desk.DoAsync($"/talks open {WallDesk.Slug} \"US–Japan automotive talks\" follow:no");
        }

        if (state == "closed")
        {
            await desk.DoAsync($"/talks close {WallDesk.Slug}");
        }

        var page = await screens.OpenAsync(desk, desk.Wall);

        await page.StateAsync("live");
        await page.SeeAsync(face);
        await page.Context.CloseAsync();
    }
}
