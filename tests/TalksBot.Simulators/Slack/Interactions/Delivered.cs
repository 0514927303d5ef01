using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>What became of an envelope, and the answer it brought; null where it brought none or none was welcome.</summary>
internal sealed record Delivered(DeliveredKind Kind, JsonNode? Payload);
