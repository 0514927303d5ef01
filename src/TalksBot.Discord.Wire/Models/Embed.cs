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

/// <summary>An embed's first line, 256 characters at most (discord.md §3).</summary>
public sealed record EmbedAuthor(string Name, string? Url = null, string? IconUrl = null);

/// <summary>A named line of an embed: name 256, value 1024 characters, neither empty (discord.md §3).</summary>
public sealed record EmbedField(string Name, string Value, bool? Inline = null);

/// <summary>An embed's last line, 2048 characters at most (discord.md §3).</summary>
public sealed record EmbedFooter(string Text, string? IconUrl = null);

/// <summary>A picture by http(s) address or as <c>attachment://file.png</c> of the same message (discord.md §3.2).</summary>
public sealed record EmbedImage(string Url)
{
    /// <summary>The picture sent along in this file.</summary>
    public static EmbedImage Of(FileUpload file) => new($"attachment://{file.Filename}");
}
