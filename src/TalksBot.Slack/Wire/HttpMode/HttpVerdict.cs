namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>What a request is: <see cref="Genuine"/>, <see cref="ChallengeAsked"/>, <see cref="SslProbe"/> or <see cref="Rejected"/>.</summary>
public abstract record HttpVerdict
{
    private protected HttpVerdict()
    {
    }
}
