using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Discord.Posting;

/// <summary>What people quote and what a look-up goes by, such as <c>US-JP · D1 · r7k2</c>; footers know no markup.</summary>
internal static class PostReference
{
    /// <summary>The reference of a post.</summary>
    public static string Of(OutgoingPost post)
    {
        var place = string.Join(" · ", new[] { post.Cause.Code, post.Cause.Subject }.Select(CleanText.OneLine).Where(part => part.Length > 0));
        var end = place.Length == 0 ? post.Key.ShortReference : $" · {post.Key.ShortReference}";
        return (place.Length + end.Length <= EmbedLimits.Footer ? place : place[..(EmbedLimits.Footer - end.Length)]) + end;
    }
}
