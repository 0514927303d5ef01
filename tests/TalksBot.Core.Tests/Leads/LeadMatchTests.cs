using TalksBot.Core.Feeds;
using TalksBot.Core.Leads;

namespace TalksBot.Core.Tests.Leads;

/// <summary>Which items speak of what the desk follows, and which say the same.</summary>
public sealed class LeadMatchTests
{
    [Theory]
    [InlineData("Tariffs on luxury cars near", "tariffs, steel", true)]
    [InlineData("TARIFFS!", "tariffs", true)]
    [InlineData("Zurich awaits", "Zürich", true)]
    [InlineData("A tariff-free zone", "tariffs", false)]
    [InlineData("Luxury, cars", "luxury cars", true)]
    [InlineData("Anything", "all", true)]
    [InlineData("Anything", " , ", false)]
    public void Words_are_found_whole(string title, string words, bool found) => LeadMatch.In(Item(title)).HasOneOf(words).ShouldBe(found);

    [Theory]
    [InlineData("US–Japan automotive talks resume in Geneva", true)]
    [InlineData("United States, Japan close to deal on cars", true)]
    [InlineData("Japan wins cup", false)]
    [InlineData("Let us go", false)]
    public void Talks_are_named_by_their_title_or_two_of_their_sides(string title, bool found) => LeadMatch.In(Item(title)).Names(FoundingCase.Until(FoundingCase.On(27, 14, 0))).ShouldBe(found);

    [Theory]
    [InlineData("Kantor says talks with Japan will resume on Monday", "Kantor says talks with Japan to resume Monday", true)]
    [InlineData("Kantor says talks with Japan will resume on Monday", "KANTOR SAYS: Talks with Japan will resume on Monday", true)]
    [InlineData("Kantor says talks with Japan will resume on Monday", "Hashimoto says talks with US have failed", false)]
    [InlineData("Kantor says talks with Japan will resume on Monday", "Kantor says talks with Japan will resume on Tuesday", false)]
    [InlineData("Kantor says talks with Japan will resume", "Kantor says talks with Japan will not resume", false)]
    [InlineData("Kantor sees steel tariffs of 25 percent", "Kantor sees steel tariffs of 50 percent", false)]
    [InlineData("Ministers reach accord on luxury cars", "Ministers reject accord on luxury cars", false)]
    [InlineData("Ministers reach accord on luxury cars", "UPDATE: Ministers reach accord on luxury cars – Wire", true)]
    [InlineData("Deal reached", "Deal rejected", false)]
    [InlineData("Deal reached", "Deal: reached!", true)]
    public void The_same_news_is_the_same(string one, string other, bool alike) => LeadLikeness.AreAlike(one, other).ShouldBe(alike);

    private static FeedItem Item(string title) => new(null, title, null, null, "");
}
