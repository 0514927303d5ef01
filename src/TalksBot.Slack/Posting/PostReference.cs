using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Slack.Posting;

/// <summary>What people quote, such as <c>US-JP · D1 · r7k2</c>.</summary>
internal static class PostReference
{
    /// <summary>The reference of a post, clean and not yet escaped.</summary>
    public static string Of(OutgoingPost post)
    {
        var place = string.Join(" · ", new[] { post.Cause.Code, post.Cause.Subject }.Select(CleanText.OneLine).Where(part => part.Length > 0));
        var end = place.Length == 0 ? post.Key.ShortReference : $" · {post.Key.ShortReference}";
        return (place.Length + end.Length <= BlockLimits.Reference ? place : place[..(BlockLimits.Reference - end.Length)]) + end;
    }
}
