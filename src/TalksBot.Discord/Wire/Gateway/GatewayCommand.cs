namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A frame to send.</summary>
internal sealed record GatewayCommand<TData>(Opcode Op, TData D);
