using TalksBot.Core.Platforms;

namespace TalksBot.Core.Commands;

/// <summary>Which roles and people of the platforms may do what. Pure.</summary>
/// <param name="grants">Each an address such as <c>discord:main/role/123</c> or <c>discord:main/user/456</c>, with the role it gives.</param>
public sealed class RoleGrants(IEnumerable<(Role Role, ChannelAddress To)> grants)
{
    private ILookup<(string Connection, string Mark), Role> Roles => field ??=
        All.ToLookup(grant => (grant.To.ConnectionName, grant.To.Channel), grant => grant.Role);

    /// <summary>Every grant, in the order they were named.</summary>
    public IReadOnlyList<(Role Role, ChannelAddress To)> All { get; } = [.. grants];

    /// <summary>The highest role that somebody with these marks has been given; null when none.</summary>
    /// <param name="connection">The connection's name, such as <c>discord:main</c>.</param>
    /// <param name="marks">What they are there: <c>user/456</c>, <c>role/123</c>.</param>
    public Role? Of(string connection, IEnumerable<string> marks)
    {
        var roles = marks.SelectMany(mark => Roles[(connection, mark)]).ToList();
        return roles.Count == 0 ? null : roles.Max();
    }

    /// <summary>The highest role that was given to exactly this person or role of a platform; null when none.</summary>
    public Role? Of(ChannelAddress holder) => Of(holder.ConnectionName, [holder.Channel]);

    /// <summary>Everything named on a connection: <c>user/456</c>, <c>role/123</c>.</summary>
    public IEnumerable<string> Named(string connection) =>
        Roles.Where(group => group.Key.Connection == connection).Select(group => group.Key.Mark);

    /// <summary>True when a chief was named on this connection, so that the platform's own administrators are chiefs no more.</summary>
    public bool NamesChiefs(string connection) =>
        Roles.Any(group => group.Key.Connection == connection && group.Contains(Role.Chief));

    /// <summary>True when this is the only chief named on its connection.</summary>
    public bool IsLastChief(ChannelAddress holder) =>
        Of(holder) is Role.Chief
        && Roles.Count(group => group.Key.Connection == holder.ConnectionName && group.Contains(Role.Chief)) == 1;
}
