using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Talks;

public sealed class ListWordingTests
{
    [Fact]
    public void Gives_each_negotiation_a_line_with_its_next_deadline()
    {
        var now = On(28, 9, 0);

        Write([Until(now), Until(On(27, 7, 55))], now).Text().ShouldBe("""
            The desk follows 2 negotiations
            us-japan-autos · US–Japan automotive talks – under way – D1 in 20 h 59 min (23:59 Washington Wed 28 Jun)
            us-japan-autos · US–Japan automotive talks – scheduled – no deadline stands
            """);
    }

    [Fact]
    public void Names_a_deadline_that_passed_without_outcome_before_the_next_one()
    {
        var talks = Until(On(28, 9, 0));
        talks.AddDeadline(new DeadlineTerms("signing", Eastern(30, 12, 0)), By("Ben", On(28, 9, 0)));
        talks.PassDeadline(talks.Deadlines[0], Stamp.Clock(On(29, 5, 59)));

        Write([talks], On(29, 6, 59)).Text().ShouldEndWith(
            "under way – D1 passed 1 h ago, outcome not yet known (23:59 Washington Wed 28 Jun); D2 in 1 d 11 h (12:00 Washington Fri 30 Jun)");
    }

    [Fact]
    public void Says_how_to_begin_when_there_is_nothing_to_list() =>
        Write([], On(28, 9, 0)).Text().ShouldBe("""
            The desk follows no talks now
            Begin: /talks open SLUG "title" …
            """);

    [Fact]
    public void Puts_the_soonest_deadline_first_and_counts_closed_talks()
    {
        var (now, later) = (On(28, 9, 0), Until(On(28, 9, 0)));
        later.MoveDeadline(later.Deadlines[0], Eastern(30, 23, 59), By("Ben", now));
        var soonest = Until(now);

        ListWording.InOrder([later, soonest]).First().ShouldBe(soonest);
        PostText.Write(ListWording.Write(Page.Of([soonest], 0, 10), closed: 2, now).Pieces[^1]).ShouldBe("2 negotiations closed: /talks list state:closed");
    }

    private static Post Write(IReadOnlyList<Negotiation> talks, Instant now) => ListWording.Write(Page.Of(talks, 0, 10), closed: 0, now);
}
