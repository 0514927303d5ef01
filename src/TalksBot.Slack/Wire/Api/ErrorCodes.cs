namespace TalksBot.Slack.Wire.Api;

/// <summary>Sorts Slack's error codes (slack.md §13).</summary>
internal static class ErrorCodes
{
    // For slow-downs that name no time.
    private static readonly TimeSpan _short = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _long = TimeSpan.FromMinutes(1);

    public static ErrorClass ClassOf(string code) => code switch
    {
        "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired"
            or "user_removed_from_team" or "team_disabled" => ErrorClass.Dead,
        "ratelimited" or "rate_limited" or "message_limit_exceeded" or "restricted_too_many"
            or "team_added_to_org" or "org_login_required" or "external_channel_migrating" => ErrorClass.Slow,
        "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout" or "update_failed" =>
            ErrorClass.Unclear,
        _ => ErrorClass.Final,
    };

    /// <summary>How long to leave Slack alone when it did not say.</summary>
    public static TimeSpan UnstatedWait(string code) => code is "ratelimited" or "rate_limited" ? _short : _long;
}
