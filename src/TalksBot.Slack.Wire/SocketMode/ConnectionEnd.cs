using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Why a connection is of no more use.</summary>
internal enum ConnectionEnd
{
    /// <summary>It never said hello.</summary>
    NeverLive,

    /// <summary>It dropped, or went silent.</summary>
    Lost,

    /// <summary>Slack is about to renew it: it may still bring something while another is opened.</summary>
    Renewed,

    /// <summary>The app has too many: this one has to be gone before another is opened.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off.</summary>
    Disabled,
}

/// <summary>Socket Mode was switched off in the app's settings at Slack.</summary>
public sealed record LinkDisabled : SocketStopped;

/// <summary>The app token may not open sockets: it lacks <c>connections:write</c>, is of another kind, or the app may not.</summary>
public sealed record OpeningRefused(SlackError Error) : SocketStopped;

/// <summary>Why there will be no socket until somebody mends it: <see cref="TokenDead"/>, <see cref="LinkDisabled"/> or <see cref="OpeningRefused"/>.</summary>
public abstract record SocketStopped
{
    private protected SocketStopped()
    {
    }
}

/// <summary>Slack does not accept the app token; <c>Code</c> is its word for why.</summary>
public sealed record TokenDead(string Code) : SocketStopped;
