namespace TalksBot.Discord.Wire.Models;

/// <summary>Whom a message may ping; a kind in <c>Parse</c> must not also have a list of ids (discord.md §3).</summary>
public sealed record AllowedMentions(
    IReadOnlyList<string> Parse,
    IReadOnlyList<Snowflake>? Users = null,
    IReadOnlyList<Snowflake>? Roles = null,
    bool? RepliedUser = null)
{
    /// <summary>Nobody, whatever the text says.</summary>
    public static AllowedMentions None { get; } = new([]);

    /// <summary>These roles and nobody else.</summary>
    public static AllowedMentions OnlyRoles(params IReadOnlyList<Snowflake> roles) => new([], Roles: roles);

    /// <summary>These users and nobody else.</summary>
    public static AllowedMentions OnlyUsers(params IReadOnlyList<Snowflake> users) => new([], Users: users);
}
