namespace TalksBot.Simulators.Slack;

/// <summary>A file as it was uploaded.</summary>
public sealed record PostedFile(string Id, string Name, string Title, string? AltText, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where it can be fetched with the bot's token.</summary>
    public required Uri Url { get; init; }
}
