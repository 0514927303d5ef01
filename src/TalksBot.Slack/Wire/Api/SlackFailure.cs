namespace TalksBot.Slack.Wire.Api;

/// <summary>
/// Why there is no value: <see cref="RateLimited"/>, <see cref="Unreachable"/>, <see cref="Ambiguous"/>,
/// <see cref="Refused"/> or <see cref="CredentialsDead"/>, nothing else.
/// </summary>
public abstract record SlackFailure
{
    private protected SlackFailure()
    {
    }
}
