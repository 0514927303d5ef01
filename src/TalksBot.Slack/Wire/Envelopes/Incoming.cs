namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>
/// Something that happened at Slack: <see cref="SlashCommand"/>, <see cref="BlockActions"/>, <see cref="ViewSubmission"/>,
/// <see cref="ViewClosed"/>, <see cref="AppMention"/>, <see cref="ChannelMessage"/>, <see cref="AppHomeOpened"/>,
/// <see cref="OtherEvent"/> or <see cref="UnknownIncoming"/>. The same over sockets and over HTTP.
/// </summary>
public abstract record Incoming
{
    private protected Incoming()
    {
    }
}
