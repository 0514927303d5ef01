namespace TalksBot.Simulators.Discord;

/// <summary>A file as it was uploaded.</summary>
public sealed record PostedFile(string Name, string ContentType, string? Description, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where it is served, for a day.</summary>
    public string Url { get; init; } = "";
}
