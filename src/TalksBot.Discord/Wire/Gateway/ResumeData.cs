namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Takes up a session where it was lost (discord.md §9).</summary>
internal sealed record ResumeData(Secret Token, string SessionId, long Seq);
