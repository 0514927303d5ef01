using TalksBot.Core.Commands;

namespace TalksBot.Slack.Commanding;

/// <summary>Whether somebody's commands are taken. A closed set.</summary>
internal abstract record Welcome
{
    private Welcome()
    {
    }

    /// <summary>They are, as this caller.</summary>
    internal sealed record Known(Caller Caller) : Welcome;

    /// <summary>They are not, and are told why.</summary>
    internal sealed record TurnedAway(Reply Reply) : Welcome;
}
