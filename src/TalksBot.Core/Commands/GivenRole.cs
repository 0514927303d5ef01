using TalksBot.Core.Platforms;

namespace TalksBot.Core.Commands;

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
