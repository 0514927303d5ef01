namespace TalksBot.Discord.Wire.Limits;

/// <summary>A bucket, or a route whose bucket is not known yet, within one channel, guild or webhook.</summary>
internal readonly record struct LaneKey(string Bucket, string Major);
