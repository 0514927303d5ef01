namespace TalksBot.Core.Platforms;

/// <summary>A connection that is configured; known before its platform is made, so that settings can be held against it.</summary>
/// <param name="Name">As in <see cref="ChannelAddress.ConnectionName"/>: <c>terminal</c>, <c>discord:main</c>.</param>
public sealed record KnownConnection(string Name)
{
    /// <summary>True when the configuration names no server that it obeys, so that a server has to claim it.</summary>
    public bool NeedsClaim { get; init; }
}
