using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Talks;

public sealed class NextWordingTests
{
    [Fact]
    public void Lists_the_deadlines_and_sessions_of_all_talks_soonest_first()
    {
        var now = On(28, 9, 0);
        var other = Until(On(27, 7, 55));
        other.AddDeadline(new DeadlineTerms("signing", Eastern(28, 12, 0)), By("Ben", now));

        Write([Until(now), other], now).Text().ShouldBe("""
            Next deadlines and sessions
            US–Japan automotive talks
            S2 starts in 2 h – Kantor and Hashimoto, US mission
            11:00 Geneva Wed 28 Jun · 05:00 Washington Wed 28 Jun · 18:00 Tokyo Wed 28 Jun
            US–Japan automotive talks
            D1 signing – in 9 h
            12:00 Washington Wed 28 Jun · 18:00 Geneva Wed 28 Jun · 01:00 Tokyo Thu 29 Jun (+1)
            US–Japan automotive talks
            D1 100% tariffs on luxury cars – in 20 h 59 min
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            If it passes: Japanese luxury cars leave the US market
            """);
    }

    [Fact]
    public void Leaves_out_talks_that_the_desk_closed()
    {
        var talks = Until(On(28, 9, 0));
        talks.Close(By("Ben", On(28, 9, 0)));

        Write([talks], On(28, 9, 0)).Text().ShouldBe("Nothing is due: no deadline stands and no session is planned");
    }

    private static Post Write(IReadOnlyList<Negotiation> talks, Instant now) =>
        NextWording.Write(Page.Of(NextWording.InOrder(talks, now), 0, 10));
}
