using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Text;

namespace TalksBot.Chat.Posting;

/// <summary>What people quote and a look-up may go by, such as <c>us-japan-autos · D1 · r7k2</c>: clean, and not yet escaped.</summary>
public static class PostReference
{
    /// <summary>The most characters of a reference; every platform holds as many.</summary>
    public const int Longest = 200;

    /// <summary>The reference of a post.</summary>
    public static string Of(OutgoingPost post) => Fit(PostFooter.Of(post));

    /// <summary>True for the reference of a post, also as earlier versions wrote it.</summary>
    public static bool Is(string? footer, OutgoingPost post) => footer == Of(post) || footer == Fit(PostFooter.Old(post));

    /// <summary>The end tells posts apart.</summary>
    private static string Fit(string reference)
    {
        var clean = CleanText.OneLine(reference);
        return clean.Length <= Longest ? clean : clean[^Longest..];
    }
}
