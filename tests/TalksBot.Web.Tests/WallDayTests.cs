using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TalksBot.Web.Tests;

/// <summary>
/// A screen hangs there for years: hours of ticks, beats and news, as fast as the browser can go, leave nothing behind. A whole day of them is looked at with
/// <c>TALKSBOT_WALL_HOURS=24</c>, which takes some minutes.
/// </summary>
[Collection(nameof(Screens))]
public sealed class WallDayTests(Screens screens)
{
    private const double MostGrowth = 5 * 1024 * 1024;
    private const int Hour = 3_600_000;
    private const int MostNodes = 200;

    /// <summary>In place of the server: a beat every two seconds and a wall with other words every minute, by the page's own timers, which the test drives.</summary>
    private const string Server = """
        {
          const began = performance.now();
          const server = () => SERVED_AT + performance.now() - began;
          const beat = () => ({ t: server(), rate: 1, assets: document.documentElement.dataset.assets });
          let told = 0;
          const frame = () => {
            const view = FRAME;
            told += 1;
            view.board.updates = view.board.updates.map((update, i) => ({ ...update, name: `#${told + i}`, text: `${update.text} (${told + i})` }));
            return view;
          };
          const really = window.fetch;
          window.fetch = (path, options) => `${path}`.endsWith("/time") ? Promise.resolve(Response.json(beat())) : really(path, options);
          window.EventSource = class {
            #heard = {};
            #timers = [setInterval(() => this.#tell("beat", beat()), 2000), setInterval(() => this.#tell("wall", frame()), 60000)];
            addEventListener(kind, hear) { this.#heard[kind] = hear; }
            close() { this.#timers.forEach(clearInterval); }
            #tell(kind, what) { this.#heard[kind]?.({ data: JSON.stringify(what) }); }
          };
          window.toldSoFar = () => told;
        }
        """;

    [Fact]
    public async Task Hours_of_beats_and_news_grow_nothing()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();
        for (var i = 0; i < 5; i++)
        {
            await desk.DoAsync($"/talks update add {WallDesk.Slug} \"Heard for the time {i}\" \"a US official\" tier:official");
        }

        using var http = new HttpClient();
        var html = await http.GetStringAsync(desk.Wall, WallDesk.Token);
        var frame = Regex.Match(html, "id=\"frame\"[^>]*>(?<json>.*?)</script>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups["json"].Value;
        var script = Server.Replace("FRAME", frame, StringComparison.Ordinal).Replace("SERVED_AT", desk.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var page = await screens.OpenAsync(desk, desk.Wall, before: async page =>
        {
            await page.Clock.InstallAsync();
            await page.AddInitScriptAsync(script);
        });
        var look = await page.Context.NewCDPSessionAsync(page);

        var hours = int.TryParse(Environment.GetEnvironmentVariable("TALKSBOT_WALL_HOURS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1;

        await page.Clock.RunForAsync(Hour / 4);
        var before = await HeldAsync(look);
        for (var hour = 0; hour < hours; hour++)
        {
            await page.Clock.RunForAsync(Hour);
        }

        var after = await HeldAsync(look);
        (await page.EvaluateAsync<int>("toldSoFar()")).ShouldBeInRange((hours * 60) + 13, (hours * 60) + 17);
        (await page.TextAsync()).ShouldContain("LIVE");
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{hours} h on a screen: heap {before.Bytes / 1024:N0} KB, then {after.Bytes / 1024:N0} KB; {before.Nodes} nodes, then {after.Nodes}"));
        (after.Bytes - before.Bytes).ShouldBeLessThan(MostGrowth);
        (after.Nodes - before.Nodes).ShouldBeLessThan(MostNodes);
        await page.Context.CloseAsync();
    }

    private static async Task<(double Bytes, int Nodes)> HeldAsync(ICDPSession look)
    {
        await look.SendAsync("HeapProfiler.collectGarbage");
        await look.SendAsync("HeapProfiler.collectGarbage");
        var heap = await look.SendAsync("Runtime.getHeapUsage");
        var counters = await look.SendAsync("Memory.getDOMCounters");
        return (heap!.Value.GetProperty("usedSize").GetDouble(), counters!.Value.GetProperty("nodes").GetInt32());
    }
}
