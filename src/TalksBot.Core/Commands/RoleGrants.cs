using TalksBot.Core.Channels;

namespace TalksBot.Core.Commands;

/// <summary>Which roles and people of the platforms may do what. Pure.</summary>
/// <param name="grants">Each an address such as <c>discord:main/role/123</c> or <c>discord:main/user/456</c>, with the role it gives.</param>
public sealed class RoleGrants(IEnumerable<(Role Role, ChannelAddress To)> grants)
{
    private ILookup<(string Connection, string Mark), Role> Roles => field ??=
        All.ToLookup(grant => (grant.To.ConnectionName, grant.To.Channel), grant => grant.Role);

    /// <summary>Every grant, in the order they were named.</summary>
    public IReadOnlyList<(Role Role, ChannelAddress To)> All { get; } = [.. grants];

    /// <summary>What somebody may do; who runs the place is chief there for as long as no chief was named on the connection.</summary>
    /// <param name="connection">The connection's name, such as <c>discord:main</c>.</param>
    /// <param name="marks">What they are there: <c>user/456</c>, <c>role/123</c>.</param>
    /// <param name="runsPlace">They run the server or the workspace.</param>
    public Role RoleOf(string connection, IEnumerable<string> marks, bool runsPlace)
    {
        var given = Of(connection, marks) ?? Role.Reader;
        return given < Role.Chief && runsPlace && !NamesChiefs(connection) ? Role.Chief : given;
    }

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

/// <summary>
/// What may be done about roles in chat. Only a chief gives roles, so nobody can give what they do not have. Pure.
/// </summary>
/// <param name="book">The roles as they stand.</param>
/// <param name="from">The connection from which somebody changes them, such as <c>discord:main</c>.</param>
/// <param name="wording">What those concerned are called.</param>
public sealed class RoleRules(RoleBook book, string from, HolderWording wording)
{
    /// <summary>Null when the role may be given, else the sentence that refuses it.</summary>
    /// <param name="to">Who is to have it.</param>
    /// <param name="role">The role.</param>
    public string? RefuseGrant(ChannelAddress to, Role role) => book.Configured.Of(to) switch
    {
        { } floor when floor == role => $"{wording.First(to)} has the role {role.Word()} already, by the configuration.",
        { } floor when floor > role => $"{wording.First(to)} has the role {floor.Word()} by the configuration, which chat cannot lower; change TalksBot:Roles and start again.",
        _ when book.Grants.Of(to) == role => $"{wording.First(to)} has the role {role.Word()} already.",
        _ => role < Role.Chief ? RefuseLoss(to) : null,
    };

    /// <summary>Null when the role given in chat may be taken away, else the sentence that refuses it.</summary>
    /// <param name="holder">Who has it.</param>
    /// <param name="given">What was given to them in chat; null for nothing.</param>
    public string? RefuseRevoke(ChannelAddress holder, Role? given) => given is null
        ? book.Configured.Of(holder) is { } floor
            ? $"{wording.First(holder)} has the role {floor.Word()} by the configuration, which chat cannot take away; change TalksBot:Roles and start again."
            : $"{wording.First(holder)} has no role; /talks role list shows who has one."
        : book.Configured.Of(holder) is Role.Chief ? null : RefuseLoss(holder);

    /// <summary>
    /// While chiefs are named on a connection nobody else is chief there, so whoever takes the last one away from that very
    /// connection takes it from themself, be it as a person or by a role of the platform.
    /// </summary>
    private string? RefuseLoss(ChannelAddress holder) => holder.ConnectionName == from && book.Grants.IsLastChief(holder)
        ? $"{wording.First(holder)} is the last chief named on {from}, and the last chief cannot remove or lower themself; make somebody else chief first."
        : null;
}
