using TalksBot.Core.Text;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>Whom a post notifies: one role, one person, or everybody who is online in the channel.</summary>
/// <param name="Content">The message's text outside the embed; null for none.</param>
/// <param name="Allowed">Exactly whom that text may ping.</param>
internal sealed record DiscordMention(string? Content, AllowedMentions Allowed)
{
    /// <summary>How mentions are written, for people.</summary>
    public const string Syntax = "a role as <@&123>, a person as <@123> (Discord writes both when you pick them), or @here";

    private const string Here = "@here";

    private static readonly DiscordMention Nobody = new(null, AllowedMentions.None);

    /// <summary>The mention of a post; what cannot be read is shown as plain text and pings nobody.</summary>
    public static DiscordMention Of(string? target)
    {
        if (string.IsNullOrWhiteSpace(target))
        {
            return Nobody;
        }

        return TryParse(target) ?? new DiscordMention(Markup.Shorten(CleanText.OneLine(target), MessageLimits.Title), AllowedMentions.None);
    }

    /// <summary>Reads a mention as <see cref="Syntax"/> says, a bare number meaning a role; null when it is none.</summary>
    public static DiscordMention? TryParse(string target)
    {
        var text = target.Trim();
        return text switch
        {
            Here => new DiscordMention(Here, new AllowedMentions(["everyone"])),
            ['<', '@', '&', .. var id, '>'] => Role(id),
            ['<', '@', '!', .. var id, '>'] => Person(id),
            ['<', '@', .. var id, '>'] => Person(id),
            _ => Role(text),
        };
    }

    private static DiscordMention? Role(string id) =>
        Snowflake.TryParse(id, out var role) && role.Value > 0 ? new DiscordMention($"<@&{role}>", AllowedMentions.OnlyRoles(role)) : null;

    private static DiscordMention? Person(string id) =>
        Snowflake.TryParse(id, out var person) && person.Value > 0 ? new DiscordMention($"<@{person}>", AllowedMentions.OnlyUsers(person)) : null;
}
