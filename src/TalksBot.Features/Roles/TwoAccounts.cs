using TalksBot.Core.Platforms;

namespace TalksBot.Features.Roles;

/// <summary>Two accounts of people on platforms.</summary>
internal sealed record TwoAccounts(ChannelAddress One, ChannelAddress Other);
