using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Discord.Posting;

/// <summary>What people quote and what a look-up goes by, such as <c>us-japan-autos · D1 · r7k2</c>; footers know no markup.</summary>
internal static class PostReference
{
    /// <summary>The reference of a post.</summary>
    public static string Of(OutgoingPost post) => Fit(PostFooter.Of(post));

    /// <summary>True for the reference of a post, also as earlier versions wrote it.</summary>
    public static bool Is(string? footer, OutgoingPost post) => footer == Of(post) || footer == Fit(PostFooter.Old(post));

    /// <summary>The end tells posts apart.</summary>
    private static string Fit(string reference)
    {
        var clean = CleanText.OneLine(reference);
        return clean.Length <= EmbedLimits.Footer ? clean : clean[^EmbedLimits.Footer..];
    }
}
