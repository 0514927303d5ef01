namespace TalksBot.Core.Platforms;

/// <summary>One message on a platform.</summary>
/// <param name="Channel">The channel it stands in.</param>
/// <param name="MessageId">The id the platform gave it.</param>
public sealed record MessageAddress(ChannelAddress Channel, string MessageId);
