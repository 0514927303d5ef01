using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord;
using TalksBot.Simulators.Discord.OpenApi;

namespace TalksBot.Testing.Tests.Discord;

/// <summary>A simulator with one guild, one channel and one person, and a plain HTTP client holding the bot's token.</summary>
public sealed class Rig : IAsyncDisposable
{
    private const int MessageContent = 1 << 15;

    private readonly HttpClient _http;

    private Rig(DiscordSimulator discord)
    {
        Discord = discord;
        Guild = discord.AddGuild("Newsroom");
        Channel = discord.AddChannel(Guild, "desk");
        Ada = discord.AddPerson(Guild, "ada");
        _http = new HttpClient { BaseAddress = new Uri($"{discord.ApiUrl}/") };
        _http.DefaultRequestHeaders.Add("Authorization", $"Bot {discord.Token}");
        _http.DefaultRequestHeaders.Add("User-Agent", "DiscordBot (https://example.test, 1.0)");
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public DiscordSimulator Discord { get; }

    public ulong Guild { get; }

    public ulong Channel { get; }

    public ulong Ada { get; }

    public HttpClient Http => _http;

    public string Posts => $"channels/{Channel}/messages";

    /// <summary>Without the post limit, so that a test meets only the limit it is about.</summary>
    public static Task<Rig> StartAsync() => StartAsync(new DiscordSimulatorOptions { PostLimit = new(1000, TimeSpan.FromSeconds(1)), GlobalLimit = new(1000, TimeSpan.FromSeconds(1)), AllowedPrivilegedIntents = MessageContent });

    public static async Task<Rig> StartAsync(DiscordSimulatorOptions options) => new(await DiscordSimulator.StartAsync(options, Token));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Discord.DisposeAsync();
    }

    public Task<Answer> PostAsync(string content) => SendAsync(HttpMethod.Post, Posts, new JsonObject { ["content"] = content });

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, body: null);

    public Task<Answer> SendAsync(HttpMethod method, string path, string json) => SendAsync(method, path, JsonNode.Parse(json));

    public Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body) =>
        SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await _http.SendAsync(request, Token);
        return await JudgeAsync(response);
    }

    public static async Task<Answer> JudgeAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        var body = text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null;
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        if (headers.TryGetValue("X-Simulator-Operation", out var operation) && operation.Length > 0 && body is not null && (int)response.StatusCode < 500)
        {
            DiscordOpenApi.ValidateResponse(operation, (int)response.StatusCode, body).ShouldBeEmpty(text);
        }

        return new Answer(response.StatusCode, body, headers, text);
    }

    public async Task RegisterAsync(string commands)
    {
        var answer = await SendAsync(HttpMethod.Put, $"applications/{Discord.ApplicationId}/guilds/{Guild}/commands", commands);
        answer.Status.ShouldBe(System.Net.HttpStatusCode.OK, answer.Text);
    }
}
