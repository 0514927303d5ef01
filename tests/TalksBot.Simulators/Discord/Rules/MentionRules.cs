using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Rules;

/// <summary>Which mentions of a text ping. Protocol sheet §3, allowed_mentions.</summary>
internal static partial class MentionRules
{
    private static readonly string[] All = ["users", "roles", "everyone"];
    private static readonly string[] OnlyUsers = ["users"];

    public static void Check(Form form, JsonObject body, string at)
    {
        if (body["allowed_mentions"] is not JsonObject allowed)
        {
            return;
        }

        var place = Form.Join(at, "allowed_mentions");
        var parse = Words(allowed, "parse");
        for (var i = 0; i < parse.Count; i++)
        {
            if (parse[i] is not ("users" or "roles" or "everyone"))
            {
                form.Add($"{place}.parse.{i}", "BASE_TYPE_CHOICES", "Value must be one of {'users', 'roles', 'everyone'}.");
            }
        }

        foreach (var list in new[] { "users", "roles" })
        {
            var named = Words(allowed, list);
            form.Length($"{place}.{list}", named.Count, 100);
            if (named.Count > 0 && parse.Contains(list, StringComparer.Ordinal))
            {
                form.Add(place, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{list}\"] and {list}: [ids...] are mutually exclusive.");
            }
        }
    }

    /// <summary>Without <paramref name="allowed"/> the defaults hold: everything in a channel, only users in an answer.</summary>
    public static Mentions Read(DiscordWorld world, DiscordChannel channel, string content, JsonObject? allowed, bool onlyUsersByDefault, bool mayPingAll)
    {
        var parse = allowed is null ? [.. onlyUsersByDefault ? OnlyUsers : All] : Words(allowed, "parse");
        bool Pings(string kind, ulong id) =>
            parse.Contains(kind, StringComparer.Ordinal)
            || (allowed is not null && Words(allowed, kind).Contains($"{id}", StringComparer.Ordinal));

        var users = Ids(UserPattern(), content).Where(id => Pings("users", id)).Select(world.Users.GetValueOrDefault).OfType<DiscordUser>();
        var known = world.Guilds.GetValueOrDefault(channel.GuildId)?.Roles;
        var roles = Ids(RolePattern(), content)
            .Where(id => known?.GetValueOrDefault(id) is { } role && (role.Mentionable || mayPingAll) && Pings("roles", id));
        var everyone = mayPingAll && parse.Contains("everyone", StringComparer.Ordinal) && EveryonePattern().IsMatch(content);
        return new Mentions([.. users], [.. roles], everyone);
    }

    private static List<string> Words(JsonObject from, string key) =>
        [.. (from[key] as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString())];

    private static IEnumerable<ulong> Ids(Regex pattern, string content) =>
        pattern.Matches(content).Select(match => ulong.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)).Distinct();

    [GeneratedRegex("<@!?(?<id>[0-9]{1,19})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UserPattern();

    [GeneratedRegex("<@&(?<id>[0-9]{1,19})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RolePattern();

    [GeneratedRegex("@(everyone|here)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EveryonePattern();
}
