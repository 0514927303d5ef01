using TalksBot.Core.Chronicles;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Chronicles;

public sealed class TimelineWordingTests
{
    [Fact]
    public void Runs_from_what_is_to_come_past_now_back_to_the_first_event()
    {
        var now = On(28, 9, 0);

        Write(Until(now), now).Text().ShouldBe("""
            Timeline: US–Japan automotive talks, times in Geneva
            Wed 28 Jun 1995
            11:00 Geneva · S2 is to start – Kantor and Hashimoto, US mission
            Thu 29 Jun 1995
            05:59 Geneva · DEADLINE D1 100% tariffs on luxury cars – in 20 h 59 min
            NOW 09:00 Geneva
            Wed 28 Jun 1995
            02:20 Geneva · #4 JP, a Japanese official (unnamed source): Negotiators will meet again at 11 a.m. Geneva.
            Tue 27 Jun 1995
            19:00 Geneva · #3 JP, reported by US officials (official), differs from #1: Hashimoto went in detail through a paper with alternatives.
            14:00 Geneva · #2 US, a White House aide (unnamed source): The President has set aside time on the 28th for a tough message.
            13:30 Geneva · #1 US, an official familiar with the call (on record), differs from #3: Very pessimistic after the first session.
            11:50 Geneva · S1 ended
            10:05 Geneva · S1 began – Kantor and Hashimoto, US mission
            08:00 Geneva · D1 set for Wed 28 Jun 1995 23:59 Washington – 100% tariffs on luxury cars (by Anna)
            """);
    }

    [Fact]
    public void Begins_with_the_agreement_and_shows_no_deadline_that_it_met()
    {
        var now = On(28, 20, 0);

        Write(Until(now), now).Text().ShouldStartWith("""
            Timeline: US–Japan automotive talks, times in Geneva
            Wed 28 Jun 1995
            18:00 Geneva · Outcome, agreed: Both sides announced an agreement; no tariffs. (by Anna)
            18:00 Geneva · D1 met – 100% tariffs on luxury cars (by Anna)
            11:00 Geneva · S2 began – Kantor and Hashimoto, US mission
            """);
    }

    [Fact]
    public void Tells_that_a_deadline_passed_at_its_own_time_however_late_that_was_recorded()
    {
        var talks = Until(On(28, 9, 0));
        talks.PassDeadline(talks.Deadlines[0], Stamp.Clock(On(29, 8, 0)));

        Write(talks, On(29, 8, 0)).Text().ShouldStartWith("""
            Timeline: US–Japan automotive talks, times in Geneva
            Thu 29 Jun 1995
            05:59 Geneva · DEADLINE D1 100% tariffs on luxury cars – passed 2 h 1 min ago, outcome not yet known
            """);
    }

    [Fact]
    public void Shows_the_older_events_on_pages_of_their_own()
    {
        var now = On(28, 9, 0);

        var (post, page) = TimelineWording.Write(Until(now), skipped: 5, size: 10, now);

        page.Total.ShouldBe(7);
        post.Text().ShouldEndWith("""
            Tue 27 Jun 1995
            10:05 Geneva · S1 began – Kantor and Hashimoto, US mission
            08:00 Geneva · D1 set for Wed 28 Jun 1995 23:59 Washington – 100% tariffs on luxury cars (by Anna)
            """);
        post.Picture.ShouldBeNull();
    }

    private static Post Write(Negotiation talks, Instant now) => TimelineWording.Write(talks, skipped: 0, size: 10, now).Post;
}
