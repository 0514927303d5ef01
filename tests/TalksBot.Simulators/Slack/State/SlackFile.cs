using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.State;

/// <summary>A file on its way through the three steps of an upload. slack.md §4.</summary>
internal sealed class SlackFile(string id, string name, long length)
{
    public string Id => id;

    public string Name => name;

    /// <summary>What step one announced, in bytes.</summary>
    public long Length => length;

    /// <summary>Part of the upload address; works once.</summary>
    public string Ticket { get; } = SlackIds.Secret(40);

    public string? AltText { get; init; }

    /// <summary>Null until one was given; the name stands for it.</summary>
    public string? Title { get; set; }

    /// <summary>Null until step two.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>Null until step three.</summary>
    public Instant? CompletedAt { get; set; }

    public Instant? ProcessedAt { get; set; }

    public List<(SlackChannel Channel, string Ts)> Shares { get; } = [];

    public string Extension => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    public bool IsImage => Extension is "png" or "jpg" or "jpeg" or "gif";

    public bool IsReady(Instant now) => ProcessedAt is { } ready && ready <= now;

    public PostedFile ToPosted(SlackWorld world) => new(id, name, Title ?? name, AltText, Bytes ?? []) { Url = new Uri(PrivateUrl(world)) };

    public string PrivateUrl(SlackWorld world) => $"{world.Root}/files-pri/{world.TeamId}-{id}/{name}";

    public JsonObject ToJson(SlackWorld world)
    {
        var ready = IsReady(world.Now);
        var json = new JsonObject
        {
            ["id"] = id,
            ["created"] = CompletedAt?.ToUnixTimeSeconds(),
            ["timestamp"] = CompletedAt?.ToUnixTimeSeconds(),
            ["name"] = name,
            ["title"] = Title ?? name,
            ["mimetype"] = ready ? Mime : "",
            ["filetype"] = ready ? Extension : "",
            ["user"] = world.Bot.Id,
            ["size"] = length,
            ["mode"] = "hosted",
            ["is_external"] = false,
            ["is_public"] = Shares.Exists(share => !share.Channel.IsPrivate),
            ["url_private"] = PrivateUrl(world),
            ["url_private_download"] = $"{world.Root}/files-pri/{world.TeamId}-{id}/download/{name}",
            ["permalink"] = $"{world.Root}/files/{world.Bot.Id}/{id}/{name}",
            ["channels"] = new JsonArray([.. Shares.Where(share => !share.Channel.IsPrivate).Select(share => (JsonNode)share.Channel.Id)]),
            ["groups"] = new JsonArray([.. Shares.Where(share => share.Channel.IsPrivate).Select(share => (JsonNode)share.Channel.Id)]),
            ["shares"] = ready ? SharesJson() : new JsonObject(),
        };
        if (AltText is not null)
        {
            json["alt_txt"] = AltText;
        }

        return json;
    }

    private string Mime => Extension switch
    {
        "png" => "image/png",
        "jpg" or "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "txt" => "text/plain",
        "ics" => "text/calendar",
        _ => "application/octet-stream",
    };

    private JsonObject SharesJson()
    {
        var json = new JsonObject();
        foreach (var (channel, ts) in Shares)
        {
            var kind = channel.IsPrivate ? "private" : "public";
            json[kind] ??= new JsonObject();
            json[kind]![channel.Id] = new JsonArray(new JsonObject { ["ts"] = ts, ["channel_name"] = channel.Name });
        }

        return json;
    }
}
