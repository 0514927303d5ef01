namespace TalksBot.Simulators.Slack;

/// <summary>The bot scopes the simulator enforces. slack.md §2 and §12.</summary>
public static class SlackScopes
{
    public static IReadOnlyList<string> All { get; } =
    [
        "commands", "app_mentions:read", "chat:write", "chat:write.public", "chat:write.customize", "files:write", "files:read",
        "channels:read", "groups:read", "im:read", "mpim:read", "channels:history", "groups:history", "im:history", "channels:join",
        "users:read", "usergroups:read", "pins:write", "pins:read", "reactions:write", "im:write",
        "users:read.email", "users.profile:read", "team:read", "emoji:read", "reactions:read", "channels:manage", "groups:write",
    ];

    public static IReadOnlyList<string> Without(params string[] scopes) => [.. All.Except(scopes, StringComparer.Ordinal)];
}
