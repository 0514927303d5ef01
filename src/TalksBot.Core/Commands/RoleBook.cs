using System.Text.RegularExpressions;
using TalksBot.Core.Channels;

namespace TalksBot.Core.Commands;

/// <summary>Who may do what now: as configured, and as chiefs have given in chat since. It may be read while it changes.</summary>
/// <param name="configured">What the configuration gives; nobody can take it away in chat.</param>
public sealed class RoleBook(RoleGrants configured)
{
    private volatile RoleGrants _grants = configured;

    /// <summary>What the configuration gives, which stays for as long as the program runs.</summary>
    public RoleGrants Configured { get; } = configured;

    /// <summary>Everything given; where somebody has several roles the highest counts, so chat adds to the configuration only.</summary>
    public RoleGrants Grants => _grants;

    /// <summary>From now on these roles, and no others, are given in chat.</summary>
    public void Take(IEnumerable<GivenRole> given) => _grants = new([.. Configured.All, .. given.Select(role => (role.Role, role.To))]);
}

/// <summary>What a person may do; each role may do what the ones before it may.</summary>
public enum Role
{
    /// <summary>Reads.</summary>
    Reader = 0,

    /// <summary>Adds updates and sessions.</summary>
    Reporter = 1,

    /// <summary>Everything about talks.</summary>
    Editor = 2,

    /// <summary>Follows and settings.</summary>
    Chief = 3,
}

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

/// <summary>A role that a chief gave to somebody, or to a platform's own role, in chat.</summary>
public sealed class GivenRole
{
    private GivenRole()
    {
    }

    /// <summary>Gives a role.</summary>
    /// <param name="to">Who, such as <c>discord:main/user/456</c> or <c>slack:main/group/S0123</c>.</param>
    /// <param name="role">The role.</param>
    public GivenRole(ChannelAddress to, Role role)
    {
        To = to;
        Role = role;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>Who has it.</summary>
    public ChannelAddress To { get; private set; } = null!;

    /// <summary>What they may do.</summary>
    public Role Role { get; private set; }

    /// <summary>They have another role from now on.</summary>
    public void Become(Role role) => Role = role;
}

/// <summary>The words for roles.</summary>
public static class RoleWords
{
    /// <summary>As in "needs the role editor".</summary>
    public static string Word(this Role role) => role.ToString().ToLowerInvariant();
}
