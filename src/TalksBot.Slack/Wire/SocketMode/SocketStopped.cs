namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Why there will be no socket until somebody mends it: <see cref="TokenDead"/>, <see cref="LinkDisabled"/> or <see cref="OpeningRefused"/>.</summary>
public abstract record SocketStopped
{
    private protected SocketStopped()
    {
    }
}
