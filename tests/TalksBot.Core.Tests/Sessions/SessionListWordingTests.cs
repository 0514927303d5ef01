using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Talks;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Sessions;

public sealed class SessionListWordingTests
{
    [Fact]
    public void Lists_what_is_awaited_before_what_is_over_with_every_clock() =>
        Write(Until(On(28, 13, 0)), On(28, 13, 0)).Text().ShouldBe("""
            US–Japan automotive talks: 2 sessions
            S2 under way, began 2 h ago – Kantor and Hashimoto, US mission
            11:00 Geneva Wed 28 Jun · 05:00 Washington Wed 28 Jun · 18:00 Tokyo Wed 28 Jun
            S1 ended after 1 h 45 min – Kantor and Hashimoto, US mission
            10:05 Geneva Tue 27 Jun · 04:05 Washington Tue 27 Jun · 17:05 Tokyo Tue 27 Jun
            until 11:50 Geneva Tue 27 Jun · 05:50 Washington Tue 27 Jun · 18:50 Tokyo Tue 27 Jun
            """);

    [Fact]
    public void Says_so_when_nobody_has_confirmed_that_a_session_began() =>
        Write(Until(On(28, 9, 0)), On(28, 11, 12)).Text()
            .ShouldContain("S2 was to start 12 min ago, nobody has said that it did – Kantor and Hashimoto, US mission");

    [Theory]
    [InlineData(28, 22, 59, true)]
    [InlineData(28, 23, 0, false)]
    [InlineData(29, 6, 0, false)]
    public void A_session_that_nobody_started_is_awaited_for_half_a_day(int day, int hour, int minute, bool awaited)
    {
        var (now, talks) = (On(day, hour, minute), Until(On(28, 9, 0)));

        talks.Sessions[1].IsAwaited(now).ShouldBe(awaited);
        NextWording.InOrder([talks], now).Any(pair => pair.Coming.Name == "S2").ShouldBe(awaited);
        StatusWording.Write(talks, now).Text().Contains("S2 ", StringComparison.Ordinal).ShouldBe(awaited);
        Write(talks, now).Text().Contains("S2 not reported: nobody has said that it took place", StringComparison.Ordinal).ShouldBe(!awaited);
    }

    [Theory]
    [InlineData(12, 59, true)]
    [InlineData(13, 0, false)]
    public void A_planned_end_says_when_it_is_over(int hour, int minute, bool awaited)
    {
        var talks = Until(On(27, 8, 0));
        talks.AddSession(new SessionTerms(There(On(28, 11, 0)), There(On(28, 13, 0)), "US mission", ""), By("Anna", On(27, 8, 0)));

        talks.Sessions[0].IsAwaited(On(28, hour, minute)).ShouldBe(awaited);
    }

    [Fact]
    public void One_that_is_under_way_is_awaited_for_half_a_day_beyond_its_end()
    {
        var talks = Until(On(28, 13, 0));

        talks.Sessions[1].IsAwaited(On(28, 22, 59)).ShouldBeTrue();
        Write(talks, On(29, 9, 0)).Text().ShouldContain("S2 began; its end is not reported");
    }

    private static Post Write(Negotiation talks, Instant now) =>
        SessionListWording.Write(talks, Page.Of(SessionListWording.InOrder(talks.Sessions, now), 0, 10), now);
}
