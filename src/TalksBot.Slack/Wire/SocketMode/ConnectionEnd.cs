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
