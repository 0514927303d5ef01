using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Posts;
using TalksBot.Storage.Opening;
using TalksBot.Web.Walls;

namespace TalksBot.Web.Tests;

/// <summary>Who comes in, and what they get.</summary>
public sealed class WebDoorTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_and_its_files_are_small_and_come_from_nowhere_else()
    {
        await using var desk = await WallDesk.StartAsync();
        await desk.OpenTalksAsync();

        using var answer = await Http.GetAsync(desk.Wall, Token);
        var page = await answer.Content.ReadAsStringAsync(Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        page.ShouldNotContain("http:");
        page.ShouldNotContain("https:");
        (page.Length + new WallAssets().Size).ShouldBeLessThan(100_000);
        foreach (var file in page.Split('"').Where(part => part.StartsWith("/assets/", StringComparison.Ordinal)))
        {
            using var sent = await Http.GetAsync(new Uri(desk.Root, file), Token);
            sent.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            sent.Headers.CacheControl!.ToString().ShouldContain("immutable");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/wall")]
    [InlineData("/wall/")]
    [InlineData("/wall/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/wall/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/stream")]
    [InlineData("/wall/%2e%2e%2fhealth")]
    [InlineData("/wall/' or 1=1 --")]
    [InlineData("/assets/x/..%2f..%2fappsettings.json")]
    [InlineData("/assets/x/nothing.js")]
    [InlineData("/wall/a%0d%0aSet-Cookie:x=1")]
    public async Task Nothing_is_said_to_whoever_has_no_token(string path)
    {
        await using var desk = await WallDesk.StartAsync();

        using var answer = await Http.GetAsync(new Uri($"{desk.Root.GetLeftPart(UriPartial.Authority)}{path}"), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("There is nothing here.\n");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_a_token_that_holds_is_not()
    {
        await using var desk = await WallDesk.StartAsync();
        var guess = new Uri(desk.Root, "/wall/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 62; i++)
        {
            using var answer = await Http.GetAsync(guess, Token);
            answers.Add(answer.StatusCode);
        }

        answers.Take(60).ShouldAllBe(status => status == HttpStatusCode.NotFound);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        (await Http.GetAsync(desk.Wall, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_no_request_for_reading_is_refused()
    {
        await using var desk = await WallDesk.StartAsync();

        using var posted = await Http.PostAsync(desk.Wall, new StringContent(new string('x', 20_000)), Token);
        using var large = await Http.GetAsync(new Uri($"{desk.Wall}?x={new string('x', 4_000)}"), Token);

        posted.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
    }

    [Fact]
    public async Task Health_says_whether_it_lives_and_works_and_to_those_with_a_token_more()
    {
        await using var desk = await WallDesk.StartAsync();

        (await Http.GetStringAsync(new Uri(desk.Root, "/health/live"), Token)).ShouldBe("live\n");
        (await Http.GetStringAsync(new Uri(desk.Root, "/health/ready"), Token)).ShouldBe("ready\n");
    }

    [Fact]
    public async Task Health_is_not_ready_within_five_seconds_when_nothing_can_be_written()
    {
        await using var desk = await WallDesk.StartAsync();
        await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = desk.Services.GetRequiredService<OpenDatabase>().File }.ToString());
        await other.OpenAsync(Token);
        await using var held = other.BeginTransaction(deferred: false);
        var clock = Stopwatch.StartNew();

        using var answer = await Http.GetAsync(new Uri(desk.Root, "/health/ready"), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("not ready\n");
        (await Http.GetStringAsync(new Uri(desk.Root, "/health/live"), Token)).ShouldBe("live\n");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_once_and_waited_for()
    {
        var log = new AllLogged();
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;

        var starting = WallDesk.StartAsync(WallDesk.Afternoon, port, log);
        while (!log.Text.Contains("cannot be listened at", StringComparison.Ordinal))
        {
            await Task.Delay(50, Token);
        }

        other.Dispose();
        await using var desk = await starting;
        (await Http.GetAsync(desk.Wall, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        log.Text.ShouldContain($"http://127.0.0.1:{port} cannot be listened at");
        log.Text.ShouldContain("free that port, or choose another in TalksBot:Web:Urls");
    }

    [Fact]
    public async Task No_token_is_ever_logged_or_stored_or_in_the_audit()
    {
        var log = new AllLogged();
        await using var desk = await WallDesk.StartAsync(WallDesk.Afternoon, log: log);
        var wall = await desk.AddWallAsync("label:lobby");
        var secret = wall.Segments[^1];

        await Http.GetAsync(wall, Token);
        await Http.GetAsync(new Uri($"{wall}/nothing"), Token);
        await Http.PostAsync(wall, content: null, Token);
        var audit = PostText.Write((await desk.DoAsync("/talks audit")).Body);
        var list = PostText.Write((await desk.DoAsync("/talks wall list")).Body);

        audit.ShouldContain("W1 issued: lobby");
        list.ShouldContain("W1 shows all talks – lobby, made by Ann today 15:00");
        var stored = await ReadAllAsync(desk.Services.GetRequiredService<OpenDatabase>().File);
        stored.ShouldContain("lobby");
        foreach (var text in new[] { log.Text, audit, list, stored })
        {
            text.ShouldNotContain(secret);
            text.ShouldNotContain(desk.Wall.Segments[^1]);
        }
    }

    [Fact]
    public async Task A_silent_connection_is_not_waited_for_for_ever_and_the_desk_goes_on()
    {
        await using var desk = await WallDesk.StartAsync();
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, desk.Root.Port, Token);
        await silent.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HT"), Token);

        (await Http.GetAsync(desk.Wall, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        var said = await silent.GetStream().ReadAsync(new byte[1024], limit.Token);
        said.ShouldBeGreaterThanOrEqualTo(0);
    }

    /// <summary>The database and its log as they are on the disk.</summary>
    private static async Task<string> ReadAllAsync(string file)
    {
        var all = new StringBuilder();
        foreach (var path in new[] { file, $"{file}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(await reader.ReadToEndAsync(Token));
        }

        return all.ToString();
    }
}

/// <summary>Keeps all that is logged, however unimportant.</summary>
internal sealed class AllLogged : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
