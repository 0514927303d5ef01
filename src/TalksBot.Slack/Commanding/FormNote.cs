using System.Text.Json;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire;

namespace TalksBot.Slack.Commanding;

/// <summary>What a form carries with it to know, when it is sent, which command it belongs to; people can read it.</summary>
/// <param name="Line">The line without <c>/talks</c>, or the key of one that is kept.</param>
/// <param name="IsKey">True when the line is a key.</param>
/// <param name="Place">Where the command was given.</param>
/// <param name="AddressKey">The key of the address to answer at; empty where there is none.</param>
internal sealed record FormNote(string Line, bool IsKey, SlackPlace Place, string AddressKey)
{
    /// <summary>The <c>callback_id</c> of such forms.</summary>
    public const string Callback = "talks";

    /// <summary>The most characters of a line that go into the form itself: escaped it may take six times as many of Slack's 3,000 (slack.md §9).</summary>
    public const int Longest = 400;

    /// <summary>The note as <c>private_metadata</c>.</summary>
    public string Write() => JsonSerializer.Serialize<string?[]>([IsKey ? "#" : ":", Line, Place.Channel, Place.ThreadTs, AddressKey]);

    /// <summary>Reads it; null when it is none of ours.</summary>
    public static FormNote? Read(string? metadata)
    {
        var parts = Json.TryParse(System.Text.Encoding.UTF8.GetBytes(metadata ?? "")) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String ? part.GetString() : null).ToArray()
            : [];
        return parts is [("#" or ":") and var mark, { Length: > 0 } line, { Length: > 0 } channel, var thread, var address]
            ? new FormNote(line, mark == "#", new SlackPlace(channel, thread), address ?? "")
            : null;
    }
}
