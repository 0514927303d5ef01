namespace TalksBot.Core.Platforms;

/// <summary>Something amiss with a connection as a whole that a person has to mend.</summary>
/// <param name="Connection">The connection's name, such as <c>discord:main</c>.</param>
/// <param name="What">What happened, in one sentence that stays true when it is read late.</param>
/// <param name="Advice">What to do, in a sentence or two.</param>
public sealed record Trouble(string Connection, string What, string Advice)
{
    /// <summary>Nobody can give a command over the connection until that is mended; its return is told too.</summary>
    public bool StopsCommands { get; init; }

    /// <summary>Nothing can be posted over the connection either, so it is told over another one.</summary>
    public bool StopsPosts { get; init; }
}
