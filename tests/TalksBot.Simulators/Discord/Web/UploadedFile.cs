namespace TalksBot.Simulators.Discord.Web;

/// <summary>One <c>files[n]</c> part of a multipart body. Protocol sheet §3.2.</summary>
internal sealed record UploadedFile(ulong Index, string Name, string ContentType, byte[] Bytes);
