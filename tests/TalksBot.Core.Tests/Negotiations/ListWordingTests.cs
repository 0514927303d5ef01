using TalksBot.Core.Negotiations;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Negotiations;

public sealed class ListWordingTests
{
    [Fact]
    public void Gives_each_negotiation_a_line_with_its_next_deadline()
    {
        var now = On(28, 9, 0);

        ListWording.Write([Until(now), Until(On(27, 7, 55))], now).Text().ShouldBe("""
            The desk follows 2 negotiations
            us-japan-autos · US–Japan automotive talks – under way – D1 in 20 h 59 min (23:59 EDT Wed 28 Jun)
            us-japan-autos · US–Japan automotive talks – scheduled – no deadline stands
            """);
    }

    [Fact]
    public void Names_a_deadline_that_passed_without_outcome_before_the_next_one()
    {
        var talks = Until(On(28, 9, 0));
        talks.AddDeadline(new DeadlineTerms("signing", Eastern(30, 12, 0)), By("Ben", On(28, 9, 0)));
        talks.PassDeadline(talks.Deadlines[0], Stamp.Clock(On(29, 5, 59)));

        ListWording.Write([talks], On(29, 6, 59)).Text().ShouldEndWith(
            "under way – D1 passed 1 h ago, outcome not yet known (23:59 EDT Wed 28 Jun); D2 in 1 d 11 h (12:00 EDT Fri 30 Jun)");
    }

    [Fact]
    public void Says_how_to_begin_when_there_is_nothing_to_list() =>
        ListWording.Write([], On(28, 9, 0)).Text().ShouldBe("""
            The desk follows no talks yet
            Begin: /talks open SLUG "title" …
            """);
}
