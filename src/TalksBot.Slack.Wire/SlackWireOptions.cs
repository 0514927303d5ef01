namespace TalksBot.Slack.Wire;

/// <summary>How to reach one Slack workspace and how hard to press.</summary>
public sealed record SlackWireOptions
{
    /// <summary><c>xoxb-…</c>: everything but opening sockets (slack.md §1).</summary>
    public required Secret BotToken { get; init; }

    /// <summary><c>xapp-…</c> with <c>connections:write</c>; null where Socket Mode is not used (slack.md §1).</summary>
    public Secret? AppToken { get; init; }

    /// <summary>The root of the Web API; https, or plain http on this machine only.</summary>
    public Uri ApiUrl { get; init; } = new("https://slack.com/api/");

    public string UserAgent { get; init; } = "TalksBot/1.0";

    /// <summary>How long one request may take before its answer counts as lost.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait Slack may ask for; beyond it the caller is told rather than held.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two posts in one channel: Slack takes about one a second, and publishes no burst (slack.md §5).</summary>
    public TimeSpan ChannelPostGap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Posts in any minute over all channels: Slack says "several hundred" (slack.md §5). Zero lifts it.</summary>
    public int PostsPerMinute { get; init; } = 300;

    /// <summary>How long to wait for Slack to look through an uploaded file (slack.md §4).</summary>
    public TimeSpan FilePatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong with these options and how to mend it, or null.</summary>
    public string? Fault()
    {
        if (!BotToken.Reveal().StartsWith("xoxb-", StringComparison.Ordinal) || !IsToken(BotToken.Reveal()))
        {
            return "The bot token does not begin with xoxb-: copy it from \"OAuth & Permissions\" on the app's page at Slack.";
        }

        if (AppToken is not null
            && (!AppToken.Reveal().StartsWith("xapp-", StringComparison.Ordinal) || !IsToken(AppToken.Reveal())))
        {
            return "The app token does not begin with xapp-: make one with connections:write on the app's page at Slack.";
        }

        if (!SafeAddress.Accepts(ApiUrl))
        {
            return $"{ApiUrl} would carry the tokens in the open: use https, or http on this machine only.";
        }

        return PostsPerMinute < 0
            || ChannelPostGap < TimeSpan.Zero
            || Timeout <= TimeSpan.Zero
            || Patience < TimeSpan.Zero
            || FilePatience < TimeSpan.Zero
                ? "The limits must not be negative, nor the timeout zero."
                : null;
    }

    // Anything else could not stand in a header.
    private static bool IsToken(string text) => text.All(letter => letter is > ' ' and <= '~');
}
