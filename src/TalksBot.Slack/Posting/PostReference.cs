using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Slack.Posting;

/// <summary>What people quote, such as <c>us-japan-autos · D1 · r7k2</c>.</summary>
internal static class PostReference
{
    /// <summary>The reference of a post, clean and not yet escaped.</summary>
    public static string Of(OutgoingPost post)
    {
        var reference = CleanText.OneLine(PostFooter.Of(post));
        return reference.Length <= BlockLimits.Reference ? reference : reference[^BlockLimits.Reference..];
    }
}
