using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackHttpModeTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    [Fact]
    public async Task Signs_so_that_a_receiver_can_tell_forgeries()
    {
        await using var app = await ReceiverAsync();
        await using var rig = await StartAsync(app);

        var command = await rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "a&b=c", SlackRig.Token);
        var statuses = new Dictionary<Forgery, HttpStatusCode>();
        foreach (var forgery in Enum.GetValues<Forgery>())
        {
            statuses[forgery] = await rig.Slack.ForgeAsync(rig.Channel, rig.Ada, "/talks", forgery, SlackRig.Token);
        }

        command.Shown.ShouldBe("a&b=c");
        statuses.Where(pair => pair.Value is HttpStatusCode.OK).Select(pair => pair.Key).ShouldBe([Forgery.None, Forgery.Replay, Forgery.SslCheck], ignoreOrder: true);
    }

    [Fact]
    public async Task Wants_its_challenge_back()
    {
        await using var app = await ReceiverAsync();
        await using var rig = await StartAsync(app);

        (await rig.Slack.EndpointIsAdmittedAsync(SlackRig.Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Calls_a_dead_receiver_a_failed_dispatch()
    {
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { RequestUrl = new Uri("http://127.0.0.1:9/slack") });

        (await rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token)).Kind.ShouldBe(SlackAnswerKind.DispatchFailed);
    }

    [Fact]
    public async Task Sends_nothing_by_http_while_socket_mode_is_on()
    {
        await using var app = await ReceiverAsync();
        await using var rig = await StartAsync(app);
        using var empty = new FormUrlEncodedContent([]);
        var off = await rig.SendAsync("apps.connections.open", empty, rig.Slack.AppToken);

        rig.Slack.Faults.SwitchSocketModeOn();
        using var socket = await rig.ConnectAsync();
        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "by http", SlackRig.Token);
        await socket.TakeAsync("""{"text":"by socket"}""");

        (off.Ok, (await asking).Shown).ShouldBe((false, "by socket"));
    }

    [Fact]
    public async Task Names_the_kind_of_a_body_without_a_charset()
    {
        var kinds = new List<string?>();
        await using var app = await ReceiverAsync(kinds);
        await using var rig = await StartAsync(app);

        await rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "a", SlackRig.Token);
        await rig.Slack.MentionAsync(rig.Channel, rig.Ada, null, "b", SlackRig.Token);

        kinds.ShouldBe(["application/x-www-form-urlencoded", "application/json"]);
    }

    private static Task<SlackRig> StartAsync(WebApplication app) =>
        SlackRig.StartAsync(SlackRig.Quick with { RequestUrl = new Uri($"{app.Urls.First()}/slack"), SigningSecret = Secret });

    /// <summary>Checks signatures as slack.md §8 says, and echoes a command's text; what kinds the bodies were goes to <paramref name="kinds"/>.</summary>
    private static async Task<WebApplication> ReceiverAsync(List<string?>? kinds = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            kinds?.Add(context.Request.ContentType);
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var stamp = context.Request.Headers["X-Slack-Request-Timestamp"].ToString();
            var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{stamp}:{body}"));
            var isOld = !long.TryParse(stamp, System.Globalization.CultureInfo.InvariantCulture, out var seconds) || seconds < TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 300;
            if (isOld || context.Request.Headers["X-Slack-Signature"] != $"v0={Convert.ToHexStringLower(hash)}")
            {
                context.Response.StatusCode = 401;
                return;
            }

            var answer = body.StartsWith('{') ? (string?)JsonNode.Parse(body)!["challenge"] : Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(body).GetValueOrDefault("text").ToString();
            await context.Response.WriteAsync(answer ?? "", context.RequestAborted);
        });
        await app.StartAsync(SlackRig.Token);
        return app;
    }
}
