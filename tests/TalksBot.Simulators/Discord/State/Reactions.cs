using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>Who put which emoji under a message, in the order in which the emoji came.</summary>
internal sealed class Reactions
{
    private readonly List<(string Emoji, List<DiscordUser> Users)> _all = [];

    public bool IsEmpty => _all.Count is 0;

    public int Count => _all.Count;

    public IReadOnlyList<DiscordUser> Of(string emoji) => _all.Find(one => one.Emoji == emoji).Users ?? [];

    /// <summary>False when it was there already.</summary>
    public bool Add(string emoji, DiscordUser user)
    {
        var found = _all.Find(one => one.Emoji == emoji).Users;
        if (found is null)
        {
            found = [];
            _all.Add((emoji, found));
        }

        if (found.Contains(user))
        {
            return false;
        }

        found.Add(user);
        return true;
    }

    /// <summary>False when it was not there.</summary>
    public bool Remove(string emoji, DiscordUser user)
    {
        var found = _all.Find(one => one.Emoji == emoji).Users;
        if (found?.Remove(user) is not true)
        {
            return false;
        }

        _all.RemoveAll(one => one.Users.Count is 0);
        return true;
    }

    /// <summary>False when nobody had put it there.</summary>
    public bool RemoveAll(string emoji) => _all.RemoveAll(one => one.Emoji == emoji) > 0;

    public void Clear() => _all.Clear();

    /// <summary>As the bot sees them: it is the only reader of the API.</summary>
    public JsonArray ToJson() => Iso.List(_all.Select(one => new JsonObject
    {
        ["emoji"] = EmojiJson(one.Emoji),
        ["count"] = one.Users.Count,
        ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = one.Users.Count },
        ["burst_colors"] = new JsonArray(),
        ["me_burst"] = false,
        ["burst_me"] = false,
        ["burst_count"] = 0,
        ["me"] = one.Users.Exists(user => user.Bot),
    }));

    public static JsonObject EmojiJson(string emoji) => new() { ["id"] = null, ["name"] = emoji };
}
