using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Updates;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Updates;

public sealed class UpdateListWordingTests
{
    [Fact]
    public void Lists_updates_newest_first_each_with_its_attribution() =>
        List(Until(On(28, 9, 0)), On(28, 9, 0)).Text().ShouldBe("""
            US–Japan automotive talks: 4 updates
            “Negotiators will meet again at 11 a.m. Geneva.” – #4, JP side, a Japanese official (unnamed source), heard 02:20 Geneva Wed 28 Jun
            “Hashimoto went in detail through a paper with alternatives.” – #3, JP side, reported by US officials (official), heard 19:00 Geneva Tue 27 Jun, differs from #1
            “The President has set aside time on the 28th for a tough message.” – #2, US side, a White House aide (unnamed source), heard 14:00 Geneva Tue 27 Jun
            “Very pessimistic after the first session.” – #1, US side, an official familiar with the call (on record), heard 13:30 Geneva Tue 27 Jun, differs from #3
            """);

    [Fact]
    public void Says_how_to_add_the_first_update() =>
        List(Until(On(27, 9, 0)), On(27, 9, 0)).Text().ShouldBe("""
            US–Japan automotive talks: no updates
            Add one: /talks update add us-japan-autos …
            """);

    [Fact]
    public void Shows_the_newest_of_forty_and_counts_the_rest()
    {
        var talks = Until(On(27, 9, 0));
        for (var n = 1; n <= 40; n++)
        {
            talks.AddUpdate(new UpdateTerms($"Word {n}.", "a US official", Sourcing.Official, "", WirePriority.Regular, On(27, 9, n)), By("Anna", On(27, 9, n)));
        }

        var page = Page.Of(UpdateListWording.InOrder(talks.Published), 0, 10);

        page.Items[0].Name.ShouldBe("#40");
        page.Items[^1].Name.ShouldBe("#31");
        page.Rest.ShouldHaveSingleItem().ShouldBeOfType<PostPiece.Line>().Text.ShouldBe("and 30 more");
    }

    [Fact]
    public void Shows_the_beginning_of_a_long_text_and_where_it_is_whole()
    {
        var talks = Until(On(27, 9, 0));
        var text = string.Join(' ', Enumerable.Repeat("word", 300));
        talks.AddUpdate(new UpdateTerms(text, "a US official", Sourcing.Official, "", WirePriority.Regular, On(27, 9, 0)), By("Anna", On(27, 9, 0)));

        var list = List(talks, On(27, 9, 1));

        list.Pieces[0].ShouldBeOfType<PostPiece.Quote>().Text.ShouldEndWith("word…");
        PostText.Write(list.Pieces[^1]).ShouldBe("One of them whole: /talks update list us-japan-autos update:#1");
        UpdateListWording.Whole(talks, talks.Updates[0], On(27, 9, 1)).Pieces[0].ShouldBeOfType<PostPiece.Quote>().Text.ShouldBe(text);
    }

    private static Post List(Negotiation talks, Instant now) => UpdateListWording.Write(talks, Page.Of(UpdateListWording.InOrder(talks.Published), 0, 10), now);
}
