using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>The interaction that a message answers.</summary>
internal sealed record MessageOrigin(ulong ApplicationId, ulong UserId, JsonObject Metadata, JsonObject? Named)
{
    public void WriteTo(JsonObject json)
    {
        json["webhook_id"] = $"{ApplicationId}";
        json["application_id"] = $"{ApplicationId}";
        json["interaction_metadata"] = Metadata.DeepClone();
        if (Named is not null)
        {
            json["interaction"] = Named.DeepClone();
        }
    }
}
