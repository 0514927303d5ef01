using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>An account, human or bot; <c>GlobalName</c> is the display name, null when none is set.</summary>
public sealed record DiscordUser([property: JsonRequired] Snowflake Id, string Username, string? GlobalName = null, bool Bot = false);
