namespace TalksBot.Discord.Wire.Models;

/// <summary>A file to send, 10 MiB at most; <c>Description</c> is its alt text, 1024 characters at most (discord.md §3).</summary>
public sealed record FileUpload(
    string Filename, ReadOnlyMemory<byte> Content, string? Description = null, string ContentType = "image/png");
