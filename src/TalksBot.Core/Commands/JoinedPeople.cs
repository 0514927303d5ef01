using TalksBot.Core.Platforms;

namespace TalksBot.Core.Commands;

/// <summary>Two accounts that a chief said are one person, on one platform or on two.</summary>
public sealed class JoinedPeople
{
    private JoinedPeople()
    {
    }

    /// <summary>They are one person.</summary>
    public JoinedPeople(ChannelAddress one, ChannelAddress other)
    {
        One = one;
        Other = other;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>One account, such as <c>discord:main/user/456</c>.</summary>
    public ChannelAddress One { get; private set; } = null!;

    /// <summary>The other account.</summary>
    public ChannelAddress Other { get; private set; } = null!;

    /// <summary>True when it joins exactly these two.</summary>
    public bool Joins(ChannelAddress one, ChannelAddress other) => (One == one && Other == other) || (One == other && Other == one);
}
