namespace TalksBot.Slack.Wire.Models;

/// <summary>A file to upload: not empty, with words of at most 1000 characters for those who cannot see it.</summary>
public sealed record FileUpload(string Filename, ReadOnlyMemory<byte> Bytes, string AltText, string? Title = null);
