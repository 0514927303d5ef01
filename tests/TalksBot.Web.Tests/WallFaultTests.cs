namespace TalksBot.Web.Tests;

/// <summary>The wall never lies: whatever stands between it and the bot.</summary>
[Collection(nameof(Screens))]
public sealed class WallFaultTests(Screens screens)
{
    private const float StaleWithin = 15_000;
    private const float LiveWithin = 5_000;

    private static readonly ProxyFault[] Faults =
    [
        new ProxyFault.Says(502, "text/html"), new ProxyFault.Says(401, "text/html"), new ProxyFault.Says(404, "text/html"), new ProxyFault.Says(204, ""), new ProxyFault.Reset(), new ProxyFault.Silence(),
    ];

    [Fact]
    public async Task Says_that_it_hears_nothing_and_comes_back_by_itself_whatever_the_fault()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        var proxies = Faults.Select(_ => new FaultyProxy(desk.Root)).ToList();
        var pages = await Task.WhenAll(proxies.Select(proxy => screens.OpenAsync(desk, new Uri(proxy.Root, desk.Wall.AbsolutePath))));
        await Task.WhenAll(pages.Select(page => page.StateAsync("live")));

        proxies.Zip(Faults).ToList().ForEach(pair => pair.First.Fail(pair.Second));
        await Task.WhenAll(pages.Select(page => page.StateAsync("stale", StaleWithin)));

        foreach (var page in pages)
        {
            (await page.TextAsync()).ShouldMatch("STALE\\s+as of 15:0\\d:\\d\\d Washington – no word from TalksBot since; countdowns go on");
        }

        proxies.ForEach(proxy => proxy.Mend());
        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"Heard in between\" \"a US official\" tier:official");
        await Task.WhenAll(pages.Select(page => page.StateAsync("live", LiveWithin)));
        await Task.WhenAll(pages.Select(page => page.SeeAsync("Heard in between")));
        await Task.WhenAll(pages.Select(page => page.Context.CloseAsync()));
        await Task.WhenAll(proxies.Select(proxy => proxy.DisposeAsync().AsTask()));
    }

    /// <summary>Names are asked for anew at every try, so that a lost name server shows only once what was open is cut.</summary>
    [Fact]
    public async Task Says_so_when_the_name_of_the_bot_is_not_found_any_more()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        await using var proxy = new FaultyProxy(desk.Root);
        var page = await screens.OpenAsync(desk, new Uri(proxy.Root, desk.Wall.AbsolutePath));
        await page.StateAsync("live");

        await page.RouteAsync("**/*", route => route.AbortAsync("namenotresolved"));
        proxy.Fail(new ProxyFault.Reset());
        await page.StateAsync("stale", StaleWithin);
        proxy.Mend();
        await page.UnrouteAllAsync();

        await page.StateAsync("live", LiveWithin);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(10, "stale")]
    [InlineData(24 * 60, "gone")]
    public async Task Comes_back_untouched_however_long_it_heard_nothing(int minutes, string state)
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        await using var proxy = new FaultyProxy(desk.Root);
        var page = await screens.OpenAsync(desk, new Uri(proxy.Root, desk.Wall.AbsolutePath), before: page => page.Clock.InstallAsync());
        await page.StateAsync("live");
        proxy.Fail(new ProxyFault.Says(502, "text/html"));
        await page.StateAsync("stale", StaleWithin);

        await page.Clock.FastForwardAsync((minutes * 60_000L) - 15_000);
        await page.StateAsync(state);
        proxy.Mend();

        await page.StateAsync("live", LiveWithin);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Comes_back_when_the_bot_was_started_again()
    {
        var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        var wall = await desk.AddWallAsync();
        var page = await screens.OpenAsync(desk, wall);
        await page.StateAsync("live");

        await desk.StopAsync();
        await page.StateAsync("stale", StaleWithin);
        await using var again = await desk.AgainAsync();

        await page.StateAsync("live", LiveWithin);
        await page.Context.CloseAsync();
    }

    /// <summary>Nothing is cut and nothing refused: what is open stays open, and whoever asks anew waits.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Says_that_the_program_stands_still_and_comes_back_when_it_goes_on(int seconds)
    {
        using var program = await WallProgram.StartAsync();
        var page = await screens.OpenAsync(program.Wall);
        await page.StateAsync("live");

        await program.PauseAsync();
        await page.StateAsync("stale", StaleWithin);
        await Task.Delay(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);
        await program.ResumeAsync();

        await page.StateAsync("live", LiveWithin);
        (await page.TextAsync()).ShouldContain("LIVE");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Is_taken_away_at_once_when_its_token_is_revoked()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        var wall = await desk.AddWallAsync("label:lobby");
        var page = await screens.OpenAsync(desk, wall);
        await page.StateAsync("live");

        await desk.DoAsync("/talks wall revoke W1");

        await page.StateAsync("gone", 2_000);
        (await page.TextAsync()).ShouldContain("this wall was taken away; ask the desk for another address");
        (await page.TextAsync()).ShouldNotContain("Lexus");
        await page.Context.CloseAsync();
    }
}
