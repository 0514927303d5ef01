namespace TalksBot.Discord.Wire.Models;

/// <summary>A picture by http(s) address or as <c>attachment://file.png</c> of the same message (discord.md §3.2).</summary>
public sealed record EmbedImage(string Url)
{
    /// <summary>The picture sent along in this file.</summary>
    public static EmbedImage Of(FileUpload file) => new($"attachment://{file.Filename}");
}
