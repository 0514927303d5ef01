using Microsoft.Playwright;

namespace TalksBot.Web.Tests;

/// <summary>
/// Pictures of the wall in each of its states, for people to look at: <c>TALKSBOT_WALL_SHOTS=folder dotnet test --project tests/TalksBot.Web.Tests
/// --filter-class '*WallShots'</c> (docs/wall.md).
/// </summary>
[Collection(nameof(Screens))]
public sealed class WallShots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TALKSBOT_WALL_SHOTS");

    private readonly Screens _screens;

    public WallShots(Screens screens)
    {
        Assert.SkipWhen(Folder is null, "Set TALKSBOT_WALL_SHOTS to a folder for the pictures.");
        _screens = screens;
    }

    private static readonly (string Name, int Width, int Height)[] Sizes = [("1080p", 1920, 1080), ("4k-portrait", 2160, 3840), ("phone", 390, 844)];

    public static TheoryData<string> Themes => ["dark", "light"];

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Calm(string theme)
    {
        await using var desk = await FullDeskAsync(Instant.FromUtc(1995, 6, 28, 16, 20));
        await ShootAsync(desk, "calm", theme, Sizes);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Amber_and_two_accounts(string theme)
    {
        await using var desk = await FullDeskAsync(Instant.FromUtc(1995, 6, 28, 22, 17));
        await DisputeAsync(desk);
        await ShootAsync(desk, "amber", theme, Sizes);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Red(string theme)
    {
        await using var desk = await FullDeskAsync(Instant.FromUtc(1995, 6, 29, 3, 50, 42));
        await ShootAsync(desk, "red", theme, Sizes);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Passed(string theme)
    {
        await using var desk = await FullDeskAsync(Instant.FromUtc(1995, 6, 29, 3, 58, 50));
        await Task.Delay(TimeSpan.FromSeconds(11), WallDesk.Token);
        await ShootAsync(desk, "passed", theme, Sizes);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Stale(string theme)
    {
        await using var desk = await FullDeskAsync(Instant.FromUtc(1995, 6, 28, 22, 17));
        await ShootAsync(desk, "stale", theme, Sizes[..1], async page =>
        {
            await page.StateAsync("live");
            await desk.StopAsync();
        }, "stale");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Correction_and_kill(string theme)
    {
        await using var desk = await FullDeskAsync(Instant.FromUtc(1995, 6, 28, 22, 17));
        await desk.DoAsync($"/talks update kill {WallDesk.Slug} #2 \"the official has withdrawn it\"");
        await desk.DoAsync($"/talks update correct {WallDesk.Slug} #1 \"Kantor and Hashimoto meet again at 19:30, not 18:30\"");
        await ShootAsync(desk, "correction", theme, Sizes);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Empty_no_deadline_and_all_closed(string theme)
    {
        await using var desk = await WallDesk.StartAsync();
        await ShootAsync(desk, "empty", theme, Sizes);
        await desk.DoAsync($"/talks open {WallDesk.Slug} \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
        await ShootAsync(desk, "no-deadline", theme, Sizes);
        await desk.DoAsync($"/talks outcome {WallDesk.Slug} agreed \"Both sides announced an agreement in Geneva; the tariffs are not imposed\"");
        await ShootAsync(desk, "outcome", theme, Sizes);
        await desk.DoAsync($"/talks close {WallDesk.Slug}");
        await ShootAsync(desk, "all-closed", theme, Sizes);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task Without_scripts(string theme)
    {
        await using var desk = await FullDeskAsync(Instant.FromUtc(1995, 6, 28, 22, 17));
        await DisputeAsync(desk);
        await ShootAsync(desk, "no-script", theme, Sizes, _ => Task.CompletedTask, "static", new() { JavaScriptEnabled = false });
    }

    /// <summary>A desk on a busy day.</summary>
    internal static async Task<WallDesk> FullDeskAsync(Instant now)
    {
        var desk = await WallDesk.StartAsync(now);
        await desk.OpenTalksAsync();
        await desk.DoAsync($"/talks open steel \"Steelworkers and Northern Mills\" follow:no parties:\"USW=United Steelworkers; NM=Northern Mills\" venue:Pittsburgh zone:\"America/New_York\"");
        await desk.DoAsync("/talks deadline add steel \"29 Jun 1995 06:00 EDT\" \"Strike notice runs out\"");
        await desk.DoAsync("/talks deadline add steel \"30 Jun 1995 17:00 EDT\" \"Mediator's report\"");
        await desk.DoAsync("/talks open eu-budget \"EU budget trilogue\" follow:no parties:\"EP=Parliament; CEU=Council\" venue:Brussels zone:Brussels");
        await desk.DoAsync("/talks deadline add eu-budget \"1 Jul 1995 00:00 Brussels\" \"Budget year begins without a budget\"");
        await desk.DoAsync($"/talks session add {WallDesk.Slug} \"29 Jun 1995 14:00 Geneva\" who:\"Kantor and Hashimoto\" place:Geneva");
        await desk.DoAsync("/talks session add eu-budget \"29 Jun 1995 10:00 Brussels\" who:\"Conciliation committee\"");
        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"Kantor and Hashimoto meet again at 18:30\" \"a US official travelling with Kantor\" tier:official side:US");
        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"A side paper on dealerships is agreed in substance\" \"a Japanese trade ministry official\" tier:unnamed side:JP priority:urgent");
        await desk.DoAsync("/talks update add steel \"The union's committee has left the hotel and says it will not be back tonight\" \"the union's spokeswoman\" tier:onrecord side:USW");
        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"The President is told every hour and has not decided\" \"a White House official\" tier:unnamed side:US");
        await desk.DoAsync($"/talks point add {WallDesk.Slug} \"Dealerships\"");
        await desk.DoAsync($"/talks point set {WallDesk.Slug} P1 side:US wording:\"Letters to every dealer\" state:narrowing");
        await desk.DoAsync($"/talks point add {WallDesk.Slug} \"Numbers for purchases\"");
        await desk.DoAsync($"/talks point set {WallDesk.Slug} P2 side:US wording:\"Purchases must rise, and be counted\"");
        await desk.DoAsync($"/talks point set {WallDesk.Slug} P2 side:JP wording:\"No numbers that a government signs\"");
        return desk;
    }

    private static async Task DisputeAsync(WallDesk desk)
    {
        await desk.DoAsync($"/talks update add {WallDesk.Slug} \"There is no paper, in substance or otherwise\" \"a senior US official\" tier:unnamed side:US disputes:#2");
    }

    private async Task ShootAsync(WallDesk desk, string name, string theme, (string Name, int Width, int Height)[] sizes, Func<IPage, Task>? prepare = null, string state = "live", BrowserNewContextOptions? options = null)
    {
        foreach (var (size, width, height) in sizes)
        {
            var page = await _screens.OpenAsync(desk, new Uri($"{desk.Wall}?theme={theme}"), width, height, options);
            await (prepare?.Invoke(page) ?? Task.CompletedTask);
            if (state != "static")
            {
                await page.StateAsync(state, 30_000);
                await page.WaitForTimeoutAsync(300);
            }

            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}-{theme}-{size}.png"), FullPage = size == "phone" });
            await page.Context.CloseAsync();
        }
    }
}
