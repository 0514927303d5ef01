namespace TalksBot.Simulators.Discord;

/// <summary>A file as it was uploaded.</summary>
public sealed record PostedFile(string Name, string ContentType, string? Description, ReadOnlyMemory<byte> Bytes);
