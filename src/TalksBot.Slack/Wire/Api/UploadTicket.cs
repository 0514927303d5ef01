namespace TalksBot.Slack.Wire.Api;

/// <summary>Where to put the bytes of a file, which works like a credential, and what the file will be called.</summary>
internal sealed record UploadTicket(Secret UploadUrl, string FileId);
