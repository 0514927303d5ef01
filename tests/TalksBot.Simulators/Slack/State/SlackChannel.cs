using System.Globalization;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.State;

/// <summary>A conversation and everything said in it.</summary>
internal sealed class SlackChannel(string id, string name, ChannelKind kind)
{
    private long _lastMicros;

    public string Id => id;

    public string Name => name;

    public ChannelKind Kind => kind;

    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public bool Archived { get; set; }

    public string Topic { get; set; } = "";

    public string Purpose { get; set; } = "";

    public bool ReadOnly { get; set; }

    public bool ThreadOnly { get; set; }

    public bool IsPrivate => kind is not ChannelKind.Public;

    /// <summary>By ts, which sorts as text for the next two centuries.</summary>
    public SortedDictionary<string, SlackMessage> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>What single people see, outside history.</summary>
    public List<SlackMessage> Ephemerals { get; } = [];

    /// <summary>Pinned messages' ts, oldest pin first.</summary>
    public List<string> Pins { get; } = [];

    /// <summary>The message of a ts unless it was deleted.</summary>
    public SlackMessage? Find(string? ts) => ts is not null && Messages.TryGetValue(ts, out var message) && !message.Deleted ? message : null;

    /// <summary>Later than every other of this channel; other channels may well have the same.</summary>
    public string NextTs(Instant now)
    {
        var micros = (now - NodaConstants.UnixEpoch).ToInt64Nanoseconds() / 1000;
        _lastMicros = Math.Max(micros, _lastMicros + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{_lastMicros / 1_000_000}.{_lastMicros % 1_000_000:D6}");
    }

    public JsonObject ToJson(string viewer) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["name_normalized"] = name,
        ["is_channel"] = kind is ChannelKind.Public,
        ["is_group"] = kind is ChannelKind.Private,
        ["is_im"] = kind is ChannelKind.Direct,
        ["is_mpim"] = false,
        ["is_private"] = IsPrivate,
        ["created"] = 1_600_000_000,
        ["is_archived"] = Archived,
        ["is_general"] = false,
        ["is_shared"] = false,
        ["is_ext_shared"] = false,
        ["is_org_shared"] = false,
        ["is_member"] = Members.Contains(viewer),
        ["is_read_only"] = ReadOnly,
        ["is_thread_only"] = ThreadOnly,
        ["topic"] = new JsonObject { ["value"] = Topic, ["creator"] = "", ["last_set"] = 0 },
        ["purpose"] = new JsonObject { ["value"] = Purpose, ["creator"] = "", ["last_set"] = 0 },
        ["previous_names"] = new JsonArray(),
        ["num_members"] = Members.Count,
    };
}
