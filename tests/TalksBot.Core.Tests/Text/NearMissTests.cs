using CsCheck;
using TalksBot.Core.Text;

namespace TalksBot.Core.Tests.Text;

public sealed class NearMissTests
{
    private static readonly string[] Known = ["status", "next", "list", "at"];

    [Theory]
    [InlineData("statsu", "status")]
    [InlineData("STATUS", "status")]
    [InlineData("statuss", "status")]
    [InlineData("nxt", "next")]
    [InlineData("lsit", "list")]
    [InlineData("as", null)]
    [InlineData("frobnicate", null)]
    [InlineData("", null)]
    public void Finds_the_word_that_was_meant(string typed, string? meant) => NearMiss.Of(typed, Known).ShouldBe(meant);

    [Theory]
    [InlineData("deadline", "deadline", 0)]
    [InlineData("dedline", "deadline", 1)]
    [InlineData("daedline", "deadline", 1)]
    [InlineData("dedlien", "deadline", 2)]
    public void Counts_slips(string typed, string meant, int slips) => NearMiss.Slips(typed, meant).ShouldBe(slips);

    [Fact]
    public void A_word_has_no_slips_from_itself() => Gen.String.Sample(word => NearMiss.Slips(word, word) == 0);
}
