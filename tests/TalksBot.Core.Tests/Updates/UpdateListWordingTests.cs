using TalksBot.Core.Updates;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Updates;

public sealed class UpdateListWordingTests
{
    [Fact]
    public void Lists_updates_newest_last_each_with_its_attribution() =>
        UpdateListWording.Write(Until(On(28, 9, 0)), On(28, 9, 0)).Text().ShouldBe("""
            US–Japan automotive talks: 4 updates
            “Very pessimistic after the first session.” – #1, US side, an official familiar with the call (on record), heard 13:30 Geneva Tue 27 Jun, differs from #3
            “The President has set aside time on the 28th for a tough message.” – #2, US side, a White House aide (unnamed source), heard 14:00 Geneva Tue 27 Jun
            “Hashimoto went in detail through a paper with alternatives.” – #3, JP side, reported by US officials (official), heard 19:00 Geneva Tue 27 Jun, differs from #1
            “Negotiators will meet again at 11 a.m. Geneva.” – #4, JP side, a Japanese official (unnamed source), heard 02:20 Geneva Wed 28 Jun
            """);

    [Fact]
    public void Says_how_to_add_the_first_update() =>
        UpdateListWording.Write(Until(On(27, 9, 0)), On(27, 9, 0)).Text().ShouldBe("""
            US–Japan automotive talks: no updates
            Add one: /talks update add us-japan-autos …
            """);
}
