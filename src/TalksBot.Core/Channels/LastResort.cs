namespace TalksBot.Core.Channels;

/// <summary>Somebody outside chat who hears, beside the operations channel, of what a person must mend.</summary>
/// <param name="Channel">Where they are told, such as <c>mail:desk@example.org</c>.</param>
public sealed record LastResort(ChannelAddress Channel);
