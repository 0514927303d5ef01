using TalksBot.Core.Platforms;

namespace TalksBot.Terminal;

/// <summary>A post as it goes to the screen.</summary>
/// <param name="Outgoing">The post, short enough for the terminal.</param>
/// <param name="At">When it is shown.</param>
/// <param name="Note">Why it is shown, when that is not for the first time.</param>
public sealed record ShownPost(OutgoingPost Outgoing, Instant At, ShownNote Note)
{
    /// <summary>What people quote, such as <c>US-JP · D1 · r7k2</c>.</summary>
    public string Reference { get; } = string.Join(
        " · ",
        new[] { Outgoing.Cause.Code, Outgoing.Cause.Subject, Outgoing.Key.ShortReference }.Where(part => part.Length > 0));
}
