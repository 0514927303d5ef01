using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Core.Posts;

namespace TalksBot.Web.Tests.Api;

/// <summary>One desk for all tests of a class, with the founding talks, a channel that follows them, and programs with tokens.</summary>
public sealed class ApiDesk : IAsyncLifetime
{
    public const string Slug = WallDesk.Slug;
    public const string Talks = $"/api/v1/negotiations/{Slug}";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>The desk itself.</summary>
    public WallDesk Desk { get; private set; } = null!;

    /// <summary>All that was logged.</summary>
    internal AllLogged Log { get; } = new();

    public string Reader { get; private set; } = "";

    public string Reporter { get; private set; } = "";

    public string Editor { get; private set; } = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Desk = await WallDesk.StartAsync(WallDesk.Afternoon, log: Log);
        await Desk.OpenTalksAsync();
        await Desk.DoAsync($"/talks follow add {Slug} channel:terminal:tokyo");
        await Desk.DoAsync($"/talks session add {Slug} \"28 Jun 1995 20:00 EDT\" place:\"Intercontinental\" who:\"Kantor and Hashimoto\"");
        await Desk.DoAsync($"/talks point add {Slug} \"Voluntary plans\"");
        (Reader, Reporter, Editor) = (await MakeAsync("role:reader label:screen"), await MakeAsync("role:reporter label:wire"), await MakeAsync("role:editor label:CMS"));
    }

    /// <summary>Stops it, and starts it again on the same database, as another node would.</summary>
    public async Task RestartAsync() => Desk = await Desk.AgainAsync();

    /// <summary>Makes a token.</summary>
    public async Task<string> MakeAsync(string words) =>
        PostText.Write((await Desk.DoAsync($"/talks api add {words}")).Body).Split("The token: ")[1][..32];

    /// <summary>Adds an update in chat, and says its number.</summary>
    public async Task<int> AddAsync(string text, string more = "") =>
        int.Parse((await Desk.DoAsync($"/talks update add {Slug} \"{text}\" \"a senior US official\" tier:unnamed {more}")).Body.Heading.Split(' ')[0].TrimStart('#'), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Asks.</summary>
    public async Task<Answer> GetAsync(string path, string token, params (string Name, string Value)[] headers) => await SendAsync(HttpMethod.Get, path, token, body: null, headers);

    /// <summary>Sends a body.</summary>
    public async Task<Answer> PostAsync(string path, string token, object body, params (string Name, string Value)[] headers) =>
        await SendAsync(HttpMethod.Post, path, token, new StringContent(body as string ?? System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? token, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Desk.Root, path)) { Content = body };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(request, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        return new Answer((int)answer.StatusCode, text, answer.Headers, answer.Content.Headers.ContentType?.MediaType);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Desk.DisposeAsync();
    }
}

/// <summary>What was answered.</summary>
public sealed record Answer(int Status, string Text, HttpResponseHeaders Headers, string? MediaType)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>Why it was refused.</summary>
    public string Detail => Json["detail"]!.GetValue<string>();

    public string? Tag => Headers.ETag?.Tag;

    public string? this[string name] => Json[name]?.GetValue<string>();

    public JsonArray Items => Json["items"]!.AsArray();
}
