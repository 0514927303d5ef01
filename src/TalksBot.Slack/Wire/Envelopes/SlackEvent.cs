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
