using System.Text.RegularExpressions;
using TalksBot.Core.Platforms;

namespace TalksBot.Core.Commands;

/// <summary>Who can have a role: a person, a role or a group of a platform.</summary>
public static partial class RoleHolder
{
    private const string HowTo = "write a person, role or group such as discord:main/user/456, discord:main/role/123 or slack:main/group/S0123, or mention them";

    /// <summary>True for an address of a person, a role or a group on a named connection.</summary>
    public static bool Is(ChannelAddress address) =>
        address.Connection.Length > 0 && address.Channel.Split('/') is ["role" or "group" or "user", { Length: > 0 }];

    /// <summary>Reads an address, or a mention as platforms write them into commands (discord.md §4, slack.md §3).</summary>
    /// <param name="typed">The words.</param>
    /// <param name="at">The channel they were typed in; a mention means somebody on its connection.</param>
    /// <returns>Who is meant, or one sentence that says why that is unknown.</returns>
    public static (ChannelAddress? Holder, string? Refusal) Read(string typed, ChannelAddress at)
    {
        var text = typed.Trim();
        if (Mention().Match(text) is { Success: true } mention)
        {
            return at.Connection.Length == 0
                ? (null, $"Nobody can be mentioned from {at}; {HowTo} on their platform.")
                : (new ChannelAddress(at.Platform, at.Connection, $"{Kind(mention.Groups["mark"].Value)}/{mention.Groups["id"].Value}"), null);
        }

        return ChannelAddress.TryParse(text, out var address) && Is(address) && Id().IsMatch(address.Channel)
            ? (address, null)
            : (null, $"“{Echo.Of(text)}” is nobody; {HowTo}.");
    }

    private static string Kind(string mark) => mark switch
    {
        "@&" => "role",
        "!subteam^" => "group",
        _ => "user",
    };

    [GeneratedRegex(@"^<(?<mark>@&|@!|@|!subteam\^)(?<id>[A-Za-z0-9]{1,40})(\|[^<>]{0,200})?>$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();

    [GeneratedRegex("^(role|group|user)/[A-Za-z0-9]{1,40}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
