namespace TalksBot.Discord.Wire.Models;

/// <summary>A card in a message: title 256, description 4096 characters, 25 fields (discord.md §3).</summary>
public sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Where the title leads; embeds of one message sharing it collapse to the first.</summary>
    public string? Url { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedImage? Image { get; init; }

    public EmbedImage? Thumbnail { get; init; }

    public EmbedAuthor? Author { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}
