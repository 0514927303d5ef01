namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>An event of the Events API; the acknowledgement carries nothing.</summary>
public abstract record SlackEvent : Incoming
{
    private protected SlackEvent()
    {
    }

    /// <summary>The same when Slack tells of the event again.</summary>
    public string? EventId { get; init; }

    public string? TeamId { get; init; }
}

/// <summary>Somebody looked at the app's own page; <c>Tab</c> is <c>home</c> or <c>messages</c>.</summary>
public sealed record AppHomeOpened(string User, string? Channel = null, string? Tab = null) : SlackEvent;

/// <summary>Somebody wrote to the bot by its name; the text begins with the mention and is escaped (slack.md §11).</summary>
public sealed record AppMention(
    string Channel, string User, string Ts, string Text = "", string? ThreadTs = null) : SlackEvent
{
    /// <summary>Their workspace, which in a shared channel may be another one; Slack says it there under this name.</summary>
    public string? UserTeam { get; init; }

    /// <summary>Their workspace under the name that Slack uses elsewhere.</summary>
    public string? Team { get; init; }
}

/// <summary>A message in a channel or direct message the bot is in; also its own, and changes and deletions by <c>Subtype</c>.</summary>
public sealed record ChannelMessage(
    string Channel, string? Ts = null, string? User = null, string Text = "", string? ThreadTs = null) : SlackEvent
{
    /// <summary>Null for an ordinary message of a person.</summary>
    public string? Subtype { get; init; }

    /// <summary>Set when a bot wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary><c>channel</c>, <c>group</c>, <c>im</c> or <c>mpim</c>.</summary>
    public string? ChannelType { get; init; }
}

/// <summary>What wraps an event (slack.md §6).</summary>
internal sealed record EventBody(RawJson Event, string? EventId = null, string? TeamId = null);

/// <summary>Any other event by Slack's name for it, <c>channel_archive</c>, as it came.</summary>
public sealed record OtherEvent(string Name, RawJson Event) : SlackEvent;
