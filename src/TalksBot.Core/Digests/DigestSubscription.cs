using TalksBot.Core.Channels;
using TalksBot.Core.Times;

namespace TalksBot.Core.Digests;

/// <summary>Somebody outside chat who gets digests, as the settings say.</summary>
/// <param name="Channel">Where they get them, such as <c>mail:editor@example.org</c>.</param>
/// <param name="Talks">The talks by their slug; null for all that are open.</param>
/// <param name="At">The local hour.</param>
/// <param name="Clock">Where that hour is read, and in which moments are written.</param>
public sealed record DigestSubscription(ChannelAddress Channel, string? Talks, LocalTime At, WallClock Clock);
