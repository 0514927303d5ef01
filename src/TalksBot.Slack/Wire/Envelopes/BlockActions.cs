using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody pressed a button or picked from a menu, in a message or in a view (slack.md §9).</summary>
public sealed record BlockActions(ActingUser User, IReadOnlyList<BlockAction> Actions) : Incoming
{
    public ActingTeam? Team { get; init; }

    /// <summary>Null in a view.</summary>
    public ActingChannel? Channel { get; init; }

    /// <summary>Which message it was in, also for one that only one person sees.</summary>
    public ActionContainer? Container { get; init; }

    /// <summary>Null in a view, and for a message that only one person sees.</summary>
    public SlackMessage? Message { get; init; }

    /// <summary>Null in a message.</summary>
    public SlackView? View { get; init; }

    /// <summary>Opens one form within three seconds.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Good for five answers within thirty minutes.</summary>
    public Secret? ResponseUrl { get; init; }

    /// <summary>What the inputs of the message hold.</summary>
    public ViewState? State { get; init; }
}
