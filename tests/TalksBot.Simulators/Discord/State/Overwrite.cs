using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>What one channel grants or refuses to one role or member.</summary>
internal sealed record Overwrite(ulong Id, bool ForMember, Permissions Allow, Permissions Deny)
{
    public JsonObject ToJson() => new()
    {
        ["id"] = $"{Id}",
        ["type"] = ForMember ? 1 : 0,
        ["allow"] = $"{(ulong)Allow}",
        ["deny"] = $"{(ulong)Deny}",
    };
}
