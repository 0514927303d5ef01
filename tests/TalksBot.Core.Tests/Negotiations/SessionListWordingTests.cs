using TalksBot.Core.Negotiations;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Negotiations;

public sealed class SessionListWordingTests
{
    [Fact]
    public void Lists_sessions_in_the_order_they_start_with_every_clock() =>
        SessionListWording.Write(Until(On(28, 13, 0)), On(28, 13, 0)).Text().ShouldBe("""
            US–Japan automotive talks: 2 sessions
            S1 ended after 1 h 45 min – Kantor and Hashimoto, US mission
            10:05 Geneva Tue 27 Jun · 04:05 EDT Tue 27 Jun · 17:05 Tokyo Tue 27 Jun
            until 11:50 Geneva Tue 27 Jun · 05:50 EDT Tue 27 Jun · 18:50 Tokyo Tue 27 Jun
            S2 under way, began 2 h ago – Kantor and Hashimoto, US mission
            11:00 Geneva Wed 28 Jun · 05:00 EDT Wed 28 Jun · 18:00 Tokyo Wed 28 Jun
            """);

    [Fact]
    public void Says_so_when_nobody_has_confirmed_that_a_session_began() =>
        SessionListWording.Write(Until(On(28, 9, 0)), On(28, 11, 12)).Text()
            .ShouldContain("S2 was to start 12 min ago, nobody has said that it did – Kantor and Hashimoto, US mission");
}
