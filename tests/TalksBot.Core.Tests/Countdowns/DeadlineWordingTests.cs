using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Countdowns;

public sealed class DeadlineWordingTests
{
    [Fact]
    public void Lists_a_deadline_with_who_set_it_and_how_it_was_reported() =>
        List(Until(On(28, 9, 0)), On(28, 9, 0)).Text().ShouldBe("""
            US–Japan automotive talks: 1 deadline
            D1 100% tariffs on luxury cars – in 20 h 59 min
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            If it passes: Japanese luxury cars leave the US market
            Set by: the Clinton administration
            As reported: “11:59 EDT tonight”
            """);

    [Fact]
    public void Lists_a_settled_deadline_without_time_left() =>
        List(Until(On(28, 20, 0)), On(28, 20, 0)).Text().ShouldContain("D1 100% tariffs on luxury cars – met\n");

    [Fact]
    public void Keeps_every_change_in_the_history()
    {
        var talks = Until(On(28, 9, 0));
        var deadline = talks.Deadlines[0];
        talks.MoveDeadline(deadline, Eastern(29, 23, 59), By("Ben", On(28, 9, 0)));
        talks.PassDeadline(deadline, Stamp.Clock(On(30, 5, 59)));
        talks.MoveDeadline(deadline, Eastern(30, 23, 59), By("Ben", On(30, 7, 0)));

        History(talks, On(30, 8, 0)).Text().ShouldBe("""
            History of D1: 100% tariffs on luxury cars
            D1 100% tariffs on luxury cars – in 21 h 59 min, moved
            23:59 Washington Fri 30 Jun · 05:59 Geneva Sat 1 Jul (+1) · 12:59 Tokyo Sat 1 Jul (+1)
            If it passes: Japanese luxury cars leave the US market
            Set by: the Clinton administration
            As reported: “11:59 EDT tonight”
            Changes
            Was Thu 29 Jun 1995 23:59 Washington, moved to Fri 30 Jun 1995 23:59 Washington by Ben on Fri 30 Jun 1995 01:00 Washington
            Passed, outcome not yet known
            Was Wed 28 Jun 1995 23:59 Washington, moved to Thu 29 Jun 1995 23:59 Washington by Ben on Wed 28 Jun 1995 03:00 Washington
            Set for Wed 28 Jun 1995 23:59 Washington by Anna on Tue 27 Jun 1995 02:00 Washington
            """);
    }

    [Fact]
    public void Gives_the_reason_and_the_recorder_of_an_ending_in_the_history()
    {
        var talks = Until(On(28, 9, 0));
        talks.WithdrawDeadline(talks.Deadlines[0], "called off", By("Ben", On(28, 9, 0)));

        History(talks, On(28, 9, 0)).Text()
            .ShouldContain("Withdrawn: called off – recorded by Ben on Wed 28 Jun 1995 03:00 Washington");
    }

    [Fact]
    public void Says_how_to_set_the_first_deadline() =>
        List(Until(On(27, 7, 55)), On(27, 7, 55)).Heading.ShouldBe("US–Japan automotive talks: no deadlines");

    private static Post List(Negotiation talks, Instant now) => DeadlineWording.List(talks, Page.Of(DeadlineWording.InOrder(talks.Deadlines), 0, 10), now);

    private static Post History(Negotiation talks, Instant now) => DeadlineWording.History(
        talks, talks.Deadlines[0], Page.Of(talks.Changes.Where(change => change.Subject == "D1").Reverse(), 0, 10), now);
}
