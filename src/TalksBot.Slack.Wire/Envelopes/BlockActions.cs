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

/// <summary>One thing pressed or picked.</summary>
public sealed record BlockAction(
    string Type,
    string ActionId,
    string? BlockId = null,
    string? Value = null,
    SelectOption? SelectedOption = null)
{
    /// <summary>When, in Slack's notation; tells one press from another.</summary>
    public string? ActionTs { get; init; }

    /// <summary>The button's value or the picked option's.</summary>
    public string? Chosen => Value ?? SelectedOption?.Value;
}

/// <summary>What holds the thing that was pressed: a message or a view.</summary>
public sealed record ActionContainer(string? Type = null, string? MessageTs = null, string? ChannelId = null)
{
    public string? ThreadTs { get; init; }

    public string? ViewId { get; init; }

    /// <summary>Only the person who pressed sees the message.</summary>
    public bool? IsEphemeral { get; init; }
}

/// <summary>The channel it happened in.</summary>
public sealed record ActingChannel(string Id, string? Name = null);

/// <summary>The workspace it happened in.</summary>
public sealed record ActingTeam(string Id, string? Domain = null);

/// <summary>Who did it.</summary>
public sealed record ActingUser(string Id, string? Username = null, string? Name = null, string? TeamId = null);
