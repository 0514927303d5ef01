using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class ShortPostTests
{
    [Fact]
    public void Leaves_a_short_post_alone()
    {
        var post = Some.Post();

        ShortPost.Fit(post, 10_000).ShouldBeSameAs(post);
    }

    [Theory]
    [InlineData("w")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("e\u0301")]
    public void Fits_and_never_cuts_a_letter_in_two(string words)
    {
        var post = Some.Post("The heading", string.Concat(Enumerable.Repeat(words, 12_000)));

        var text = PostText.Write(ShortPost.Fit(post, 10_000));

        text.Length.ShouldBeLessThanOrEqualTo(10_000);
        text.ShouldContain($"{words}…\n(shortened: the whole text has ");
    }

    [Fact]
    public void Keeps_whole_pieces_as_long_as_they_go()
    {
        var post = new Post("A", Severity.Calm, [.. Enumerable.Range(0, 300).Select(n => new PostPiece.Field($"{n}", new string('x', 95)))]);

        var fit = ShortPost.Fit(post, 10_000);

        fit.Pieces.OfType<PostPiece.Field>().Count().ShouldBeInRange(95, 100);
        PostText.Write(fit).Length.ShouldBeLessThanOrEqualTo(10_000);
    }

    [Fact]
    public void Shortens_a_heading_without_end() =>
        PostText.Write(ShortPost.Fit(Some.Post(new string('x', 50_000), "y"), 10_000)).Length.ShouldBeLessThanOrEqualTo(10_000);
}
