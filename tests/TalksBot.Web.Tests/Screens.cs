using System.Globalization;
using Microsoft.Playwright;

namespace TalksBot.Web.Tests;

/// <summary>One browser for all tests of this project; each screen is a window of its own that shares nothing with others.</summary>
public sealed class Screens : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window on a wall; skips where there is no browser, unless every part must be there.</summary>
    /// <param name="desk">The desk whose wall it is: the screen's own clock is right by its clock.</param>
    /// <param name="wall">Where the wall is.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="height">Of the window, in pixels.</param>
    /// <param name="options">What else the window is like.</param>
    /// <param name="wrongBy">So far ahead the screen's own clock is.</param>
    /// <param name="before">What is done to the page before it goes to the wall; null for nothing.</param>
    public Task<IPage> OpenAsync(
        WallDesk desk, Uri wall, int width = 1920, int height = 1080, BrowserNewContextOptions? options = null, Duration wrongBy = default, Func<IPage, Task>? before = null) =>
        OpenAsync(wall, (width, height), options ?? new(), desk.Now - Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + wrongBy, before);

    /// <summary>A window on the wall of a program whose clock is the real one.</summary>
    public Task<IPage> OpenAsync(Uri wall) => OpenAsync(wall, (1920, 1080), new(), Duration.Zero, before: null);

    private async Task<IPage> OpenAsync(Uri wall, (int Width, int Height) size, BrowserNewContextOptions options, Duration shift, Func<IPage, Task>? before)
    {
        var must = Environment.GetEnvironmentVariable("TALKSBOT_TEST_ALL") is "1";
        Assert.SkipUnless(_browser is not null || must, "Needs Chromium: apt-get install chromium");
        options.ViewportSize = new() { Width = size.Width, Height = size.Height };
        var context = await _browser!.NewContextAsync(options);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(string.Create(CultureInfo.InvariantCulture, $"{{ const real = Date.now; Date.now = () => real() + {(long)shift.TotalMilliseconds}; }}"));
        await (before?.Invoke(page) ?? Task.CompletedTask);
        await page.GotoAsync(wall.AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}

/// <summary>Tests that look at screens, one after the other: several browsers at once would make each other late.</summary>
[CollectionDefinition(nameof(Screens), DisableParallelization = true)]
public sealed class OnScreens : ICollectionFixture<Screens>;

internal static class WallPages
{
    /// <summary>Waits until the wall says that it is in a state.</summary>
    public static Task StateAsync(this IPage page, string state, float within = 15_000) =>
        page.WaitForFunctionAsync("wanted => document.body.dataset.state === wanted", state, new() { Timeout = within, PollingInterval = 50 });

    /// <summary>Waits until something stands on it.</summary>
    public static Task SeeAsync(this IPage page, string text, float within = 5_000) =>
        page.WaitForFunctionAsync("wanted => document.getElementById('wall').innerText.includes(wanted)", text, new() { Timeout = within, PollingInterval = 20 });

    public static Task<string> TextAsync(this IPage page) => page.InnerTextAsync("#wall");
}
