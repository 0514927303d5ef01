using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>What is sent one after the other: a channel's posts, or the changes of its messages.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Lane">Which of the two.</param>
internal readonly record struct LaneKey(ChannelAddress Channel, SendingLane Lane);
