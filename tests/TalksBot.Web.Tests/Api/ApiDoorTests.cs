using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Posts;
using TalksBot.Storage.Opening;

namespace TalksBot.Web.Tests.Api;

/// <summary>Who comes in, and what becomes of what is no request.</summary>
public sealed class ApiDoorTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    private const string Updates = $"{ApiDesk.Talks}/updates";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_that_holds_nothing_is_said_whatever_is_asked_for()
    {
        var wall = (await desk.Desk.AddWallAsync()).Segments[^1];
        var revoked = await desk.MakeAsync("role:editor label:gone");
        await desk.Desk.DoAsync("/talks api revoke A" + PostText.Write((await desk.Desk.DoAsync("/talks api list")).Body).Split("\nA")[1].Split(' ')[0]);

        foreach (var (path, secret) in new[] { (ApiDesk.Talks, (string?)null), (ApiDesk.Talks, ""), (ApiDesk.Talks, wall), (ApiDesk.Talks, revoked), ("/api/v1/negotiations/none", new string('a', 32)), (ApiDesk.Talks, desk.Desk.Wall.Segments[^1]) })
        {
            var answer = await desk.SendAsync(HttpMethod.Get, path, secret);

            answer.Status.ShouldBe(401, $"{path} {secret}");
            answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
            answer.MediaType.ShouldBe("application/problem+json");
            answer.Detail.ShouldBe("Send a token that holds, as Authorization: Bearer TOKEN; a chief makes one with /talks api add.");
        }
    }

    [Fact]
    public async Task A_token_is_taken_from_its_header_alone()
    {
        (await desk.SendAsync(HttpMethod.Get, $"{ApiDesk.Talks}?access_token={desk.Editor}", token: null)).Status.ShouldBe(401);
        (await desk.SendAsync(HttpMethod.Get, ApiDesk.Talks, token: null, body: null, ("Authorization", $"Basic {desk.Editor}"))).Status.ShouldBe(401);
        (await desk.SendAsync(HttpMethod.Get, ApiDesk.Talks, token: null, body: null, ("Authorization", $"bearer {desk.Editor}"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_role_that_is_too_low_is_told_which_is_needed()
    {
        var added = await desk.PostAsync(Updates, desk.Reader, new { text = "x", source = "a senior US official", tier = "unnamed" });
        var killed = await desk.PostAsync($"{Updates}/1/kill", desk.Reporter, new { reason = "x" });
        var receipts = await desk.GetAsync("/api/v1/receipts", desk.Reader);

        added.Status.ShouldBe(403);
        added.Detail.ShouldBe("This needs the role reporter, and A1 has reader; a chief makes another token with /talks api add.");
        killed.Detail.ShouldStartWith("This needs the role editor, and A2 has reporter");
        receipts.Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("", "Send JSON that names each field once.")]
    [InlineData("{\"text\":", "Send JSON that names each field once.")]
    [InlineData("[]", "Send one JSON object.")]
    [InlineData("{\"source\":\"a senior US official\",\"tier\":\"unnamed\"}", "text is missing.")]
    [InlineData("{\"text\":\"x\",\"text\":\"y\",\"source\":\"s\",\"tier\":\"unnamed\"}", "Send JSON that names each field once.")]
    [InlineData("{\"text\":\"x\",\"source\":\"s\",\"tier\":\"rumour\"}", "tier must be one of on-record, official, unnamed.")]
    [InlineData("{\"text\":\"x\",\"source\":\"s\",\"tier\":1}", "tier must be one of on-record, official, unnamed.")]
    [InlineData("{\"text\":null,\"source\":\"s\",\"tier\":\"unnamed\"}", "text must be a text.")]
    [InlineData("{\"text\":{\"a\":1},\"source\":\"s\",\"tier\":\"unnamed\"}", "text must be a text.")]
    [InlineData("{\"text\":\"x\",\"source\":\"s\",\"tier\":\"unnamed\",\"embargo\":\"tomorrow\"}", "embargo must be a moment with its offset, such as 1995-06-28T23:59:00-04:00.")]
    [InlineData("{\"text\":\"x\",\"source\":\"s\",\"tier\":\"unnamed\",\"disputes\":\"#1\"}", "disputes must be a list of texts.")]
    [InlineData("{\"text\":\"\\ud800\",\"source\":\"s\",\"tier\":\"unnamed\"}", "text must be a text.")]
    [InlineData("{\"text\":\"x\",\"source\":\"s\",\"tier\":\"unnamed\",\"confirm\":\"000000000000000000000000\"}", "confirm is yes, which, or what a preview gave; that stands alone, for the preview has the rest.")]
    [InlineData("{\"text\":\"x\",\"source\":\"s\",\"tier\":\"unnamed\",\"talks\":\"other\"}", "“talks” is nothing that this takes; it takes text, source, tier, priority, side, link, heardAt, embargo, disputes, confirm.")]
    public async Task What_cannot_be_read_is_refused_in_a_sentence(string body, string sentence)
    {
        var answer = await desk.PostAsync(Updates, desk.Reporter, body);

        (answer.Status, answer.Detail).ShouldBe((400, sentence));
    }

    [Fact]
    public async Task What_is_no_request_for_this_is_refused_by_its_number()
    {
        var form = await desk.SendAsync(HttpMethod.Post, Updates, desk.Reporter, new StringContent("text=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        var huge = await desk.PostAsync(Updates, desk.Reporter, new { text = new string('x', 70_000), source = "a senior US official", tier = "unnamed" });
        var large = await desk.PostAsync(Updates, desk.Reporter, new { text = new string('x', 30_000), source = "a senior US official", tier = "unnamed" });
        var put = await desk.SendAsync(HttpMethod.Put, Updates, desk.Reporter, new StringContent("{}", Encoding.UTF8, "application/json"));
        var options = await desk.SendAsync(HttpMethod.Options, Updates, token: null, body: null, ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "POST"));
        var key = await desk.PostAsync(Updates, desk.Reporter, new { text = "x", source = "s", tier = "unnamed" }, ("Idempotency-Key", new string('k', 101)));
        var limit = await desk.GetAsync($"{Updates}?limit=0", desk.Reader);
        var cursor = await desk.GetAsync($"{Updates}?cursor=nonsense", desk.Reader);
        var unknown = await desk.GetAsync($"{Updates}?opne=true", desk.Reader);
        var from = await desk.GetAsync("/api/v1/since?from=yesterday", desk.Reader);

        (form.Status, form.Detail).ShouldBe((415, "Send JSON, and say so: Content-Type: application/json."));
        (huge.Status, huge.Detail).ShouldBe((413, "That is too long: 64 KB is the most."));
        (large.Status, large["field"]).ShouldBe((422, "text"));
        put.Status.ShouldBe(405);
        options.Status.ShouldBe(405);
        options.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        new[] { key, limit, cursor, unknown, from }.ShouldAllBe(answer => answer.Status == 400);
        unknown.Detail.ShouldBe("“opne” is nothing that can be asked here; what can be is limit, cursor.");
    }

    [Theory]
    [InlineData("/api/v1/negotiations/..%2f..%2fhealth")]
    [InlineData("/api/v1/negotiations/US-JAPAN-AUTOS%20")]
    [InlineData("/api/v1/negotiations/a%0d%0aSet-Cookie:x=1")]
    [InlineData("/api/v1/negotiations/us-japan-autos/updates/99999999999")]
    [InlineData("/api/v1/negotiations/us-japan-autos/updates/-1")]
    [InlineData("/api/v1/negotiations/us-japan-autos/deadlines/' or 1=1 --")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api")]
    public async Task What_is_not_there_is_not_there(string path)
    {
        var answer = await desk.GetAsync(path, desk.Editor);

        answer.Status.ShouldBe(404);
        answer.MediaType.ShouldBe("application/problem+json");
        answer.Detail.ShouldStartWith("There is nothing here");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_body_that_never_ends_holds_nobody_up()
    {
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, desk.Desk.Root.Port, Token);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {Updates} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {desk.Reporter}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{"), Token);

        (await desk.GetAsync(ApiDesk.Talks, desk.Reader)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_program_that_asks_too_often_is_told_when_to_come_back_and_others_go_on()
    {
        var secret = await desk.MakeAsync("role:reader label:eager");
        var answers = new List<Answer>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_230), Token, async (_, _) =>
        {
            var answer = await desk.GetAsync($"{ApiDesk.Talks}/deadlines/D9", secret);
            lock (answers)
            {
                answers.Add(answer);
            }
        });

        answers.Count(answer => answer.Status == 404).ShouldBe(1_200);
        var refused = answers.First(answer => answer.Status == 429);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        (await desk.GetAsync(ApiDesk.Talks, desk.Reader)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_fails_here_is_said_so_and_names_no_address_in_the_log()
    {
        var broken = new ApiDesk();
        await broken.InitializeAsync();
        await broken.Desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("drop table \"Acts\"; drop table \"Changes\"", Token));

        var changed = await broken.PostAsync(Updates, broken.Reporter, new { text = "x", source = "a senior US official", tier = "unnamed", confirm = "yes" });
        var read = await broken.GetAsync("/api/v1/since?from=1995-06-28T00:00:00Z", broken.Reader);
        await broken.DisposeAsync();

        (changed.Status, changed.Headers.RetryAfter?.Delta).ShouldBe((503, TimeSpan.FromSeconds(5)));
        read.Status.ShouldBeOneOf(500, 503);
        read.MediaType.ShouldBe("application/problem+json");
        broken.Log.Text.ShouldNotContain("/api/v1/since");
    }

    [Fact]
    public async Task Secrets_of_every_door_are_in_no_log_no_answer_no_export_and_not_in_the_database()
    {
        var (wall, calendar) = (await desk.Desk.AddWallAsync("label:lobby"), await desk.Desk.AddCalendarAsync("label:planning"));
        var secret = await desk.MakeAsync("role:editor label:secretive");
        await desk.PostAsync(Updates, secret, new { text = "by a secret", source = "a senior US official", tier = "unnamed", confirm = "yes" });
        await desk.GetAsync($"/api/v1/negotiations/{secret}", secret);
        await desk.GetAsync($"{ApiDesk.Talks}?access_token={secret}", secret);
        foreach (var address in new[] { wall, calendar, new Uri($"{wall}/nothing"), new Uri($"{calendar}/nothing") })
        {
            await desk.GetAsync(address.AbsolutePath, wall.Segments[2]);
        }

        var said = new List<string> { desk.Log.Text };
        foreach (var line in new[] { "audit", "api list", "wall list", "calendar list", $"export {ApiDesk.Slug} json", "health", "receipts" })
        {
            said.Add(PostText.Write((await desk.Desk.DoAsync($"/talks {line}")).Whole));
        }

        said[1].ShouldContain("issued: secretive");
        said[2].ShouldContain("opens all talks to a program as editor – secretive, made by Ann");
        if (desk.Desk.Services.GetRequiredService<OpenDatabase>().File is var file && File.Exists(file))
        {
            said.Add(await StoredAsync(file));
            said[^1].ShouldContain("secretive");
        }

        foreach (var one in new[] { secret, wall.Segments[2], calendar.Segments[2].TrimEnd('/') })
        {
            one.Length.ShouldBe(32);
            said.ShouldAllBe(text => !text.Contains(one, StringComparison.Ordinal));
        }
    }

    /// <summary>The database and its log as they are on the disk.</summary>
    private static async Task<string> StoredAsync(string file)
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
