using TalksBot.Core.Platforms;

namespace TalksBot.Core.Deliveries;

/// <summary>What people quote of a post, such as <c>us-japan-autos · D1 · r7k2</c>. Pure.</summary>
public static class PostFooter
{
    /// <summary>The talks by their slug, the record's number, and the post's own four characters.</summary>
    public static string Of(OutgoingPost post) => Of(post.Cause.Talks, post);

    /// <summary>As earlier versions wrote it, with the talks' short code.</summary>
    public static string Old(OutgoingPost post) => Of(post.Cause.Code, post);

    private static string Of(string talks, OutgoingPost post) =>
        string.Join(" · ", new[] { talks, post.Cause.Subject, post.Key.ShortReference }.Where(part => part.Length > 0));
}
