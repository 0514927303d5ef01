using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Options;
using TalksBot.Features.Fetching;
using TalksBot.Features.Settings;
using TalksBot.Testing;

namespace TalksBot.Features.Tests.Fetching;

/// <summary>What is read from the web, from hosts that mean well and from those that do not.</summary>
public sealed class WebReaderTests(BadWebServer server) : IClassFixture<BadWebServer>, IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);

    private readonly WebClients _clients = new();
    private readonly HostTurns _turns = new();
    private readonly FetchOptions _options = new() { InternalHosts = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port}") };

    [Fact]
    public async Task What_the_host_says_of_its_answer_is_kept_as_it_came()
    {
        server.Page("/plain", 200, "hello", "Content-Type: text/plain", "ETag: W/\"odd , one\"", "Last-Modified: Tue, 27 Jun 1995 14:00:00 GMT", "Cache-Control: max-age=60");

        var answer = await AnswerAsync("/plain");

        Encoding.UTF8.GetString(answer.Body).ShouldBe("hello");
        (answer.Headers.ETag, answer.Headers.LastModified, answer.Headers.CacheControl).ShouldBe(("W/\"odd , one\"", "Tue, 27 Jun 1995 14:00:00 GMT", "max-age=60"));
    }

    [Fact]
    public async Task Validators_go_back_exactly_and_nothing_else_of_ours_but_our_name()
    {
        server.Page("/known", 304, "", "Set-Cookie: a=b");

        var answer = await AnswerAsync("/known", ask => ask with { ETag = "no-quotes'at all", LastModified = "yesterday, I think" });
        await AnswerAsync("/known");

        (answer.Status, answer.Body.Length).ShouldBe((304, 0));
        var asked = server.Asked.Where(request => request.Path == "/known").ToList();
        (asked[0].Headers["If-None-Match"], asked[0].Headers["If-Modified-Since"]).ShouldBe(("no-quotes'at all", "yesterday, I think"));
        asked[0].Headers["User-Agent"].ShouldStartWith("TalksBot/");
        asked[1].Headers.Keys.ShouldBe(["Host", "Accept", "User-Agent", "Accept-Encoding"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate without its envelope")]
    public async Task It_is_unpacked_however_it_was_packed(string how)
    {
        var packed = new MemoryStream();
        await using (Stream packing = how switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            await packing.WriteAsync(Encoding.UTF8.GetBytes("unpacked"), Token);
        }

        server.Page("/packed", 200, packed.ToArray(), $"Content-Encoding: {how.Split(' ')[0]}");

        Encoding.UTF8.GetString((await AnswerAsync("/packed")).Body).ShouldBe("unpacked");
    }

    [Fact]
    public async Task A_bomb_is_left_at_the_first_byte_too_many()
    {
        var packed = new MemoryStream();
        await using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await packing.WriteAsync(new byte[20_000_000], Token);
        }

        server.Page("/bomb", 200, packed.ToArray(), "Content-Encoding: gzip");
        server.Page("/long", async request =>
        {
            request.Hangs = true;
            await request.WriteAsync(200, "Connection: close");
            await request.Line.WriteAsync(new byte[200_000], Token);
        });

        (await RefusedAsync("/bomb")).ShouldBe((WebFault.TooLarge, "What 127.0.0.1 answers is too large to be read."));
        (await RefusedAsync("/long")).Fault.ShouldBe(WebFault.TooLarge);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public async Task What_cannot_be_unpacked_is_refused(string how)
    {
        server.Page("/garbled", 200, "this is not packed at all", $"Content-Encoding: {how}");

        (await RefusedAsync("/garbled")).ShouldBe((WebFault.Broken, "The answer of 127.0.0.1 broke off or cannot be unpacked."));
    }

    [Fact]
    public async Task An_answer_shorter_than_it_says_is_not_taken_for_whole()
    {
        server.Page("/short", async request =>
        {
            request.Hangs = true;
            await request.WriteAsync(200, "Content-Length: 100");
            await request.Line.WriteAsync("half"u8.ToArray(), Token);
        });
        server.Page("/nonsense", request =>
        {
            request.Hangs = true;
            return request.Line.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n\r\n"u8.ToArray(), Token).AsTask();
        });

        (await RefusedAsync("/short")).Fault.ShouldBe(WebFault.Broken);
        (await RefusedAsync("/nonsense")).Fault.ShouldBe(WebFault.Broken);
    }

    [Fact]
    public async Task A_host_that_stalls_is_left_in_time()
    {
        server.Page("/silent", request => request.StallAsync());
        server.Page("/stalling", async request =>
        {
            await request.WriteAsync(200, "Content-Length: 100");
            await request.Line.WriteAsync("half"u8.ToArray(), Token);
            await request.StallAsync();
        });

        (await RefusedAsync("/silent", ask => ask with { Within = Soon })).ShouldBe((WebFault.TooSlow, "127.0.0.1 did not answer in whole within 0.3 seconds."));
        (await RefusedAsync("/stalling", ask => ask with { Within = Soon })).Fault.ShouldBe(WebFault.TooSlow);
    }

    [Fact]
    public async Task What_moved_for_good_is_told_and_what_moved_for_now_is_only_followed()
    {
        server.Page("/old", 301, "", "Location: /newer");
        server.Page("/newer", 308, "", $"Location: {server.At("/today#top")}");
        server.Page("/today", 302, "", "Location: /end");
        server.Page("/end", 200, "here");

        var answer = await AnswerAsync("/old");

        (answer.MovedTo, answer.Address).ShouldBe((server.At("/today"), server.At("/end")));
        (await AnswerAsync("/today")).MovedTo.ShouldBeNull();
    }

    [Fact]
    public async Task A_circle_or_a_long_way_of_redirects_is_left()
    {
        server.Page("/round", 302, "", "Location: /and-round");
        server.Page("/and-round", 302, "", "Location: /round");
        for (var i = 0; i < 7; i++)
        {
            server.Page($"/way{i}", 307, "", $"Location: /way{i + 1}");
        }

        (await RefusedAsync("/round")).ShouldBe((WebFault.Astray, "127.0.0.1 sends from one address to the next and back, without end."));
        (await RefusedAsync("/way0")).Fault.ShouldBe(WebFault.Astray);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "127.0.0.1 sends on to an address that is not read. Addresses that begin with file: are not read; only http and https are.")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is on an internal network and is not asked; whoever runs TalksBot can allow it by TalksBot:Fetch:InternalHosts.")]
    [InlineData("http://localhost:1/", "localhost is on an internal network and is not asked; whoever runs TalksBot can allow it by TalksBot:Fetch:InternalHosts.")]
    public async Task A_redirect_leads_nowhere_that_is_not_asked(string location, string sentence)
    {
        server.Page("/astray", 302, "", $"Location: {location}");

        (await RefusedAsync("/astray")).Sentence.ShouldBe(sentence);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.8.9.10:8080/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://[::ffff:0.0.0.0]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[2002:7f00:1::1]/")]
    [InlineData("http://0.1.2.3/")]
    [InlineData("http://168.63.129.16/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost/")]
    public async Task An_internal_address_is_never_asked(string address)
    {
        var reading = await ReadAsync(new WebAsk(new Uri(address)));

        reading.ShouldBeOfType<WebReading.Refusal>().Fault.ShouldBe(WebFault.Forbidden);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "Addresses that begin with file: are not read; only http and https are.")]
    [InlineData("ftp://example.org/feed", "Addresses that begin with ftp: are not read; only http and https are.")]
    [InlineData("https://ann:secret@example.org/feed", "The address names a user before its host; what needs a password cannot be read.")]
    public async Task Only_the_web_is_read(string address, string sentence)
    {
        var reading = await ReadAsync(new WebAsk(new Uri(address)));

        reading.ShouldBe(new WebReading.Refusal(WebFault.Forbidden, sentence));
    }

    [Fact]
    public async Task One_request_at_a_time_goes_to_a_host()
    {
        var (atOnce, most) = (0, 0);
        server.Page("/busy", async request =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(5, Token);

            // Whoever has the answer may ask again before this goes on.
            Interlocked.Decrement(ref atOnce);
            await request.AnswerAsync(200, []);
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AnswerAsync("/busy")));

        most.ShouldBe(1);
    }

    [Fact]
    public async Task A_status_that_is_no_success_comes_without_its_page()
    {
        server.Page("/gone", 410, "<html>gone</html>");
        server.Page("/later", 429, "", "Retry-After: 120");

        var gone = await AnswerAsync("/gone");
        var later = await AnswerAsync("/later");

        (gone.Status, gone.Body.Length, later.Status, later.Headers.RetryAfter).ShouldBe((410, 0, 429, "120"));
    }

    public void Dispose() => _clients.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<WebReading.Answer> AnswerAsync(string path, Func<WebAsk, WebAsk>? with = null) => (await ReadAsync(Ask(path, with))).ShouldBeOfType<WebReading.Answer>();

    private async Task<(WebFault Fault, string Sentence)> RefusedAsync(string path, Func<WebAsk, WebAsk>? with = null)
    {
        var refusal = (await ReadAsync(Ask(path, with))).ShouldBeOfType<WebReading.Refusal>();
        return (refusal.Fault, refusal.Sentence);
    }

    private WebAsk Ask(string path, Func<WebAsk, WebAsk>? with)
    {
        var ask = new WebAsk(server.At(path)) { MostBytes = 100_000 };
        return with is null ? ask : with(ask);
    }

    private Task<WebReading> ReadAsync(WebAsk ask) => new WebReader(_clients, _turns, Options.Create(_options), TimeProvider.System).ReadAsync(ask, Token);
}
