namespace TalksBot.Simulators.Slack;

/// <summary>What became of a person's act.</summary>
public enum SlackAnswerKind
{
    /// <summary>Acknowledged in time.</summary>
    Acked,

    /// <summary>Nobody acknowledged within three seconds: <c>operation_timeout</c>.</summary>
    TimedOut,

    /// <summary>No socket was open, or the request URL failed: <c>dispatch_failed</c>.</summary>
    DispatchFailed,

    /// <summary>Acknowledged with something Slack cannot show: <c>invalid_command_response</c> or the modal's own complaint.</summary>
    Invalid,
}
