using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Talks;

public sealed class PointListWordingTests
{
    [Fact]
    public void Sets_both_wordings_side_by_side_in_the_order_of_the_parties() =>
        PointListWording.Write(Until(On(28, 9, 0)), Page.Of(Until(On(28, 9, 0)).Points, 0, 10)).Text().ShouldBe("""
            US–Japan automotive talks: 1 sticking point
            P1 purchases of US parts – open
            US: measurable progress
            JP: no numerical targets
            """);
}
