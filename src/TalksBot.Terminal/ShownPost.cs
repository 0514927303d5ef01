using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Terminal;

/// <summary>A post as it goes to the screen.</summary>
/// <param name="Outgoing">The post, short enough for the terminal.</param>
/// <param name="At">When it is shown.</param>
/// <param name="Note">Why it is shown, when that is not for the first time.</param>
public sealed record ShownPost(OutgoingPost Outgoing, Instant At, ShownNote Note)
{
    /// <summary>What people quote, such as <c>us-japan-autos · D1 · r7k2</c>.</summary>
    public string Reference { get; } = PostFooter.Of(Outgoing);

    /// <summary>The post that this one is about, by its four characters; empty for none.</summary>
    public string About { get; } = Outgoing.Post.InReplyTo is { } about ? new DeliveryKey(about.Key).ShortReference : "";
}
