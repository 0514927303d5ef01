using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Posts;

public sealed class PostFitTests
{
    [Fact]
    public void Leaves_alone_what_fits()
    {
        var post = Lines(10);

        Fit(post, 1_000).ShouldBeSameAs(post);
    }

    [Fact]
    public void Loses_the_last_of_a_list_and_counts_it()
    {
        var fitted = Fit(Lines(40), 200);

        fitted.Pieces[0].ShouldBe(new PostPiece.Line("line 01"));
        Length(fitted).ShouldBeLessThanOrEqualTo(200);
        fitted.Pieces[^1].ShouldBeOfType<PostPiece.Line>().Text.ShouldBe($"and {40 - (fitted.Pieces.Count - 1)} more");
    }

    [Fact]
    public void Loses_the_least_first_wherever_it_stands()
    {
        var post = new Post("A digest", Severity.Calm,
        [
            .. Section("Changes", 30, PieceWeight.Extra),
            .. Section("Next", 3, PieceWeight.Essential),
        ]);

        var texts = Fit(post, 200).Pieces.Select(PostText.Write).ToList();

        texts.TakeLast(4).ShouldBe(["Next", "Next 1", "Next 2", "Next 3"]);
        texts[1].ShouldBe("Changes 1");
        texts.ShouldContain(text => text.StartsWith("and ", StringComparison.Ordinal));
    }

    [Fact]
    public void Shows_what_belongs_together_or_neither()
    {
        var post = new Post("Deadlines", Severity.Calm,
            [.. Enumerable.Range(1, 20).SelectMany(n => new PostPiece[] { new PostPiece.Line($"D{n}"), new PostPiece.Field("If it passes", "tariffs") { Continues = true } })]);

        var fitted = Fit(post, 150);

        fitted.Pieces.OfType<PostPiece.Field>().Count().ShouldBe(fitted.Pieces.Count(piece => piece is PostPiece.Line { Text: ['D', ..] }));
        fitted.Pieces[^1].ShouldBeOfType<PostPiece.Line>().Text.ShouldStartWith("and 1");
    }

    [Theory]
    [InlineData("w")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("e\u0301")]
    public void Shortens_a_text_without_end_never_a_letter_and_says_so(string words)
    {
        var post = new Post("The heading", Severity.Calm, [new PostPiece.Quote(string.Concat(Enumerable.Repeat(words, 12_000)), "a US official"), new PostPiece.Line("and its end")]);

        var fitted = Fit(post, 5_000);

        Length(fitted).ShouldBeLessThanOrEqualTo(5_000);
        fitted.Pieces[0].ShouldBeOfType<PostPiece.Quote>().Text.ShouldEndWith($"{words}…");
        fitted.Pieces[1].ShouldBe(new PostPiece.Line("and its end"));
        PostText.Write(fitted.Pieces[^1]).ShouldStartWith("(shortened: the whole text has ");
    }

    [Fact]
    public void Shows_the_newest_of_ten_thousand_characters_each()
    {
        var post = new Post("Updates", Severity.Calm, [.. Enumerable.Range(0, 40).Select(n => new PostPiece.Quote($"#{40 - n} {new string('x', 10_000)}", "a US official") { Weight = n < 10 ? PieceWeight.Essential : PieceWeight.Usual })]);

        var fitted = Fit(post, 5_700);

        Length(fitted).ShouldBeLessThanOrEqualTo(5_700);
        var shown = fitted.Pieces.OfType<PostPiece.Quote>().Select(quote => quote.Text.Split(' ')[0]).ToList();
        shown.Take(10).ShouldBe(["#40", "#39", "#38", "#37", "#36", "#35", "#34", "#33", "#32", "#31"]);
        fitted.Pieces.ShouldContain(piece => PostText.Write(piece).StartsWith("and 30 more", StringComparison.Ordinal));
    }

    [Fact]
    public void Leads_to_what_it_left_out()
    {
        var post = Lines(40) with { Buttons = [new PostButton("Approve", "/talks x")], More = "/talks update list us-japan-autos" };

        Fit(post, 200).Buttons.ShouldBe([new("Approve", "/talks x"), new("More", "/talks update list us-japan-autos")]);
        Fit(post, 2_000).Buttons.ShouldHaveSingleItem();
    }

    [Fact]
    public void Is_not_changed_by_fitting_again()
    {
        var once = Fit(Lines(40), 200);

        Fit(once, 200).ShouldBeSameAs(once);
    }

    private static Post Fit(Post post, int budget) => PostFit.Fit(post, budget, Cost);

    private static int Length(Post post) => post.Pieces.Sum(Cost);

    private static int Cost(PostPiece piece) => PostText.Write(piece).Length + 1;

    private static Post Lines(int count) => new("A list", Severity.Calm, [.. Enumerable.Range(1, count).Select(n => new PostPiece.Line($"line {n:00}"))]);

    private static IEnumerable<PostPiece> Section(string title, int count, PieceWeight weight) =>
        Enumerable.Range(1, count).Select(n => new PostPiece.Line($"{title} {n}") { Weight = weight }).Prepend<PostPiece>(new PostPiece.Section(title));
}
