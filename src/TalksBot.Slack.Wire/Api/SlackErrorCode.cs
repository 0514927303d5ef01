namespace TalksBot.Slack.Wire.Api;

/// <summary>
/// The error codes that the client itself has to understand (slack.md §13): whether the token is dead, whether to wait, whether anybody
/// knows what happened. What every other code means is for whoever calls.
/// </summary>
public static class SlackErrorCode
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, TimeSpan> Waits = new(StringComparer.Ordinal)
    {
        ["ratelimited"] = Short,
        ["rate_limited"] = Short,
        ["message_limit_exceeded"] = Long,
        ["restricted_too_many"] = Long,
        ["team_added_to_org"] = Long,
        ["org_login_required"] = Long,
        ["external_channel_migrating"] = Long,
    };

    /// <summary>True where Slack says that the token is of no more use.</summary>
    public static bool IsOfToken(string code) => code is
        "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "user_removed_from_team" or "team_disabled";

    /// <summary>True where Slack failed on the way, so that nobody knows whether it did what it was asked.</summary>
    public static bool IsOfSlack(string code) => code is
        "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout" or "update_failed";

    /// <summary>True where Slack would not show what a message or a form is made of.</summary>
    public static bool IsOfBlocks(string code) => code is "invalid_blocks" or "invalid_blocks_format";

    /// <summary>True where what was asked for was so already.</summary>
    public static bool IsAlreadySo(string code) => code is "already_pinned" or "not_pinned" or "no_pin";

    /// <summary>How long to wait where the answer does not say; null for a code that asks for no wait.</summary>
    public static TimeSpan? WaitOf(string code) => Waits.TryGetValue(code, out var wait) ? wait : null;
}
