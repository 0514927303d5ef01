using System.Text.Json;

namespace TalksBot.Core.Archive;

/// <summary>Text in JSON, which may spell out half a character (<c>\ud800</c>) that no string should hold.</summary>
internal static class JsonText
{
    private const int LongestName = 40;

    /// <summary>The text of a value; null when it is no text, or not sound.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a member; null when it is not sound.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A strange name made fit to repeat in a refusal.</summary>
    public static string Quote(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$')
            ? $"\"{name}\""
            : "a member";
}
