using TalksBot.Core.Text;

namespace TalksBot.Core.Tests.Text;

public sealed class PlainLettersTests
{
    [Theory]
    [InlineData("São Paulo", "SAO PAULO")]
    [InlineData("zürich", "ZURICH")]
    [InlineData("zu\u0308rich", "ZURICH")]
    [InlineData("Hà Nội", "HA NOI")]
    [InlineData("Asunción", "ASUNCION")]
    [InlineData("Łódź", "ŁODZ")]
    [InlineData("東京", "東京")]
    [InlineData("", "")]
    public void Lose_their_marks(string text, string plain) => PlainLetters.Capitals(text).ShouldBe(plain);
}
