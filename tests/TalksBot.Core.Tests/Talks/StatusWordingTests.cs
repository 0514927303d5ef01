using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Talks;

public sealed class StatusWordingTests
{
    [Fact]
    public void Shows_everything_that_still_matters_on_one_page()
    {
        var now = On(28, 9, 0);

        StatusWording.Write(Until(now), now).Text().ShouldBe("""
            US–Japan automotive talks: under way
            Deadlines
            D1 100% tariffs on luxury cars – in 20 h 59 min
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            If it passes: Japanese luxury cars leave the US market
            Sessions
            S2 starts in 2 h – Kantor and Hashimoto, US mission
            11:00 Geneva Wed 28 Jun · 05:00 Washington Wed 28 Jun · 18:00 Tokyo Wed 28 Jun
            Latest updates
            “Negotiators will meet again at 11 a.m. Geneva.” – #4, JP side, a Japanese official (unnamed source), heard 02:20 Geneva Wed 28 Jun
            “The President has set aside time on the 28th for a tough message.” – #2, US side, a White House aide (unnamed source), heard 14:00 Geneva Tue 27 Jun
            Accounts differ: #1 and #3
            “Very pessimistic after the first session.” – #1, US side, an official familiar with the call (on record), heard 13:30 Geneva Tue 27 Jun
            “Hashimoto went in detail through a paper with alternatives.” – #3, JP side, reported by US officials (official), heard 19:00 Geneva Tue 27 Jun
            Sticking points
            P1 purchases of US parts – open · US: measurable progress · JP: no numerical targets
            """);
    }

    [Fact]
    public void Leads_with_the_outcome_once_there_is_one()
    {
        var now = On(28, 20, 0);

        var post = StatusWording.Write(Until(now), now);

        post.Severity.ShouldBe(Severity.Good);
        post.Text().ShouldStartWith("""
            US–Japan automotive talks: agreed
            AGREED: Both sides announced an agreement; no tariffs.
            Recorded 18:00 Geneva Wed 28 Jun
            Deadlines
            No deadline stands.
            """);
    }

    [Fact]
    public void Says_that_a_deadline_passed_and_nobody_knows_what_came_of_it()
    {
        var (now, talks) = (On(29, 6, 11), Until(On(28, 9, 0)));
        talks.PassDeadline(talks.Deadlines[0], Stamp.Clock(On(29, 5, 59)));

        StatusWording.Write(talks, now).Text().ShouldStartWith("""
            US–Japan automotive talks: under way
            Deadlines
            D1 100% tariffs on luxury cars – passed 12 min ago, outcome not yet known
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            Consequence: Japanese luxury cars leave the US market
            Latest updates
            """);
    }

    [Fact]
    public void Leaves_out_headings_with_nothing_under_them() =>
        StatusWording.Write(Until(On(27, 7, 55)), On(27, 7, 55)).Text().ShouldBe("""
            US–Japan automotive talks: scheduled
            Deadlines
            No deadline stands.
            """);
}
