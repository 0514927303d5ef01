using System.Globalization;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Which messages to list: 1–100, from the newest unless one of the three ends is given (discord.md §2).</summary>
public sealed record MessageRange(
    int Limit = 50, Snowflake? Before = null, Snowflake? After = null, Snowflake? Around = null)
{
    internal IReadOnlyList<KeyValuePair<string, string>> ToQuery()
    {
        List<KeyValuePair<string, string>> query = [new("limit", Limit.ToString(CultureInfo.InvariantCulture))];
        var end = (Before, After, Around) switch
        {
            ({ } before, _, _) => new("before", $"{before}"),
            (_, { } after, _) => new("after", $"{after}"),
            (_, _, { } around) => new("around", $"{around}"),
            _ => (KeyValuePair<string, string>?)null,
        };
        return end is null ? query : [.. query, end.Value];
    }
}
