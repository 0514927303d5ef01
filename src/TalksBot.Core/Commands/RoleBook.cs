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
