namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>What the send loop does next: a payload, or a close code.</summary>
internal readonly record struct GatewayFrame(string? Payload, int CloseCode);
