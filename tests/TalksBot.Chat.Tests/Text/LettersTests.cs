using TalksBot.Chat.Text;

namespace TalksBot.Chat.Tests.Text;

public sealed class LettersTests
{
    [Theory]
    [InlineData("e\u0301x", 2)]
    [InlineData("\U0001F1EF\U0001F1F5x", 4)]
    [InlineData("x", 1)]
    public void A_letter_keeps_what_hangs_on_it(string text, int length) => Letters.LengthAt(text, 0).ShouldBe(length);

    [Fact]
    public void A_pile_of_marks_is_no_letter() => Letters.LengthAt("e" + new string('\u0301', 200), 0).ShouldBe(1);

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("abcdef", 0, "")]
    public void What_is_cut_says_so_within_its_room(string text, int room, string shown) => Letters.Shorten(text, room, Plain).ShouldBe(shown);

    [Theory]
    [InlineData("804398340", "1995-06-29T03:59:00Z")]
    [InlineData("99999999999", null)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    public void A_typed_moment_is_one_of_our_age(string seconds, string? moment) => TypedMoment.Read(seconds).ShouldBe(moment);

    private static (string Written, string Left) Plain(string text, int room) => text.Length <= room ? (text, "") : (text[..room], text[room..]);
}
