using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

/// <summary>A simulated workspace with one channel and one person, and a plain HTTP client.</summary>
public sealed class SlackRig : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    private SlackRig(SlackSimulator slack)
    {
        Slack = slack;
        Ada = slack.AddPerson("ada", isAdmin: true);
        Channel = slack.AddChannel("desk");
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Without the post pace, so that a test meets only the limit it is about.</summary>
    public static SlackSimulatorOptions Quick { get; } = new()
    {
        PostPace = new(1000, TimeSpan.FromSeconds(1), 1000),
        WorkspacePostPace = new(1000, TimeSpan.FromSeconds(1), 1000),
        FileProcessing = TimeSpan.Zero,
        AnswerPatience = TimeSpan.Zero,
    };

    public SlackSimulator Slack { get; }

    public string Ada { get; }

    public string Channel { get; }

    public HttpClient Http => _http;

    public static Task<SlackRig> StartAsync() => StartAsync(Quick);

    public static async Task<SlackRig> StartAsync(SlackSimulatorOptions options) => new(await SlackSimulator.StartAsync(options, Token));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Slack.DisposeAsync();
    }

    public Task<SlackReply> PostAsync(string text) => CallAsync("chat.postMessage", new JsonObject { ["channel"] = Channel, ["text"] = text });

    /// <summary>Posts blocks given as JSON.</summary>
    public Task<SlackReply> PostBlocksAsync(string blocks) =>
        CallAsync("chat.postMessage", new JsonObject { ["channel"] = Channel, ["text"] = "fallback", ["blocks"] = JsonNode.Parse(blocks) });

    /// <summary>With a JSON body and the bot's token.</summary>
    public Task<SlackReply> CallAsync(string method, JsonObject arguments) =>
        SendAsync(method, new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json"), Slack.BotToken);

    /// <summary>With a form and the bot's token.</summary>
    public Task<SlackReply> FormAsync(string method, params (string Key, string Value)[] form) =>
        SendAsync(method, new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))), Slack.BotToken);

    public async Task<SlackReply> SendAsync(string method, HttpContent content, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Slack.ApiUrl, method)) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request, Token);
        return await SlackReply.ReadAsync(response, Token);
    }

    /// <summary>POSTs JSON anywhere, as to a response address.</summary>
    public async Task<SlackReply> RespondAsync(string url, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(url), content, Token);
        return await SlackReply.ReadAsync(response, Token);
    }

    public async Task<string> TicketAsync()
    {
        using var empty = new FormUrlEncodedContent([]);
        var reply = await SendAsync("apps.connections.open", empty, Slack.AppToken);
        reply.Status.ShouldBe(HttpStatusCode.OK);
        return (string)reply["url"]!;
    }

    /// <summary>A socket that has been greeted.</summary>
    public async Task<SlackSocket> ConnectAsync()
    {
        var socket = await SlackSocket.OpenAsync(await TicketAsync());
        ((string?)(await socket.HearAsync())!["type"]).ShouldBe("hello");
        return socket;
    }
}
