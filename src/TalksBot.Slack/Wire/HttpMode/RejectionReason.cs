namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Why a request is not to be acted upon.</summary>
public enum RejectionReason
{
    /// <summary>A header is missing, or the time is none.</summary>
    NotSigned,

    /// <summary>Signed more than five minutes before or after now, or before this run began to listen.</summary>
    Stale,

    /// <summary>Not signed with this secret, or changed since.</summary>
    Forged,

    /// <summary>Came before.</summary>
    Replayed,

    /// <summary>Signed, but neither a form nor JSON this client knows.</summary>
    Unreadable,
}
