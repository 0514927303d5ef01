using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>What came of asking whether a platform is there.</summary>
/// <param name="Answer">Its answer.</param>
/// <param name="At">When it was asked.</param>
internal sealed record Probed(ProbeAnswer Answer, Instant At);
