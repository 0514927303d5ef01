namespace TalksBot.Simulators.Discord.Posting;

/// <summary>One entry of a body's <c>attachments</c>: a placeholder for <c>files[n]</c>, or a file that should remain.</summary>
internal sealed record AttachmentEntry(ulong Id, string? Name, string? Description);
