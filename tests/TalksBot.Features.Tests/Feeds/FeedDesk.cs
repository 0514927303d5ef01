using System.Globalization;
using System.Text;
using TalksBot.Core.Leads;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Settings;
using TalksBot.Testing;

namespace TalksBot.Features.Tests.Feeds;

/// <summary>A desk that may read a server of its own machine, and a feed on it that a test writes.</summary>
internal sealed class FeedDesk : IAsyncDisposable
{
    /// <summary>The pause after which a feed is surely due again.</summary>
    public static readonly Duration Later = Duration.FromMinutes(12);

    private readonly BadWebServer _server;
    private readonly string _path = $"/{Guid.NewGuid():N}";
    private string[] _headers = [];

    private FeedDesk(BadWebServer server, NewsDesk desk) => (_server, Desk) = (server, desk);

    public NewsDesk Desk { get; }

    public Uri Address => _server.At(_path);

    /// <summary>The requests for the feed.</summary>
    public IReadOnlyList<BadRequest> Asked => [.. _server.Asked.Where(request => request.Path == _path)];

    /// <summary>Opens the desk; the feed has one item so far.</summary>
    public static async Task<FeedDesk> OpenAsync(BadWebServer server)
    {
        var desk = new FeedDesk(server, await NewsDesk.WithAsync($"{FetchOptions.Section}:InternalHosts", "127.0.0.1"));
        desk.Write(("old", "Old news of tariffs", "Long ago."));
        return desk;
    }

    /// <summary>The feed tells these from now on, newest first.</summary>
    public void Write(params (string Id, string Title, string Text)[] items)
    {
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Example Wire</title>");
        foreach (var (id, title, text) in items)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">{id}</guid><link>https://wire.example/{id}</link><title>{title}</title><description>{text}</description></item>");
        }

        _server.Page(_path, 200, feed.Append("</channel></rss>").ToString(), _headers);
    }

    /// <summary>What the answer says of itself when it is written next.</summary>
    public void Say(params string[] headers) => _headers = headers;

    /// <summary>The feed answers like that from now on.</summary>
    public void Answer(int status, params string[] headers) => _server.Page(_path, status, "", headers);

    /// <summary>Adds the feed, which looks for tariffs, and passes over what stands there.</summary>
    public async Task AddAsync(string more = "words:tariffs")
    {
        await Desk.SayAsync($"feed add {Address} {more}");
        await Desk.LookAtFeedsAsync(Duration.Zero);
    }

    public Task LookAsync() => Desk.LookAtFeedsAsync(Later);

    /// <summary>What was told of leads, as it reads by now.</summary>
    public async Task<IReadOnlyList<Post>> ToldAsync()
    {
        var all = (await Desk.DeliveriesAsync(DeliveryKind.Lead)).Concat(await Desk.DeliveriesAsync(DeliveryKind.Alarm));
        return [.. all.Where(delivery => delivery.Act is DeliveryAct.Post).Select(delivery => delivery.Post)];
    }

    public Task<NewsFeed> FeedAsync() => Desk.ReadAsync(db => Task.FromResult(db.Feeds.Single()));

    public Task<List<Lead>> LeadsAsync() => Desk.ReadAsync(db => Task.FromResult(db.Leads.OrderBy(lead => lead.Id).ToList()));

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
