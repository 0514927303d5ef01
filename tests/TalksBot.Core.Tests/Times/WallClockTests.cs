using CsCheck;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>The clocks on the wall and what stands under them.</summary>
public sealed class WallClockTests
{
    private static readonly Instant _winter = Given.At("1996-01-15T12:00:00Z");

    [Theory]
    [InlineData("Geneva", "", "Europe/Zurich")]
    [InlineData("EDT", "", "America/New_York")]
    [InlineData("Europe/Zurich", "", "Europe/Zurich")]
    [InlineData("Davos", "Davos", "Europe/Zurich")]
    [InlineData("Geneva=Europe/Zurich", "Geneva", "Europe/Zurich")]
    [InlineData("Press room = Geneva", "Press room", "Europe/Zurich")]
    [InlineData("=EST", "", "EST")]
    [InlineData("UTC-4", "", "UTC-04")]
    public void A_clock_is_read(string text, string name, string zone)
    {
        WallClock.TryParse(text, out var clock).ShouldBeTrue();

        clock.ShouldBe(new WallClock(name, Given.Zone(zone)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CST")]
    [InlineData("Nowhere")]
    [InlineData("HQ=Nowhere")]
    [InlineData("Mon=Europe/Zurich")]
    [InlineData("pm=Europe/Zurich")]
    [InlineData("5pm=Europe/Zurich")]
    [InlineData("a·b=Europe/Zurich")]
    [InlineData("- HQ=Europe/Zurich")]
    [InlineData("A name that is far too long to stand under any clock=Europe/Zurich")]
    public void A_clock_that_is_unclear_or_could_be_taken_for_a_time_is_refused(string text) =>
        WallClock.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("America/New_York", "Washington", "Washington")]
    [InlineData("America/Toronto", "Toronto", "Toronto")]
    [InlineData("America/Los_Angeles", "Los Angeles", "Los Angeles")]
    [InlineData("America/Phoenix", "Phoenix", "Phoenix")]
    [InlineData("America/Chicago", "Chicago", "Chicago")]
    [InlineData("America/Panama", "Panama City", "Panama City")]
    [InlineData("Pacific/Honolulu", "Honolulu", "Honolulu")]
    [InlineData("Europe/Zurich", "Geneva", "Geneva")]
    [InlineData("Europe/London", "London", "London")]
    [InlineData("Asia/Tokyo", "Tokyo", "Tokyo")]
    [InlineData("Asia/Calcutta", "Calcutta", "Calcutta")]
    [InlineData("America/Port_of_Spain", "Port of Spain", "Port of Spain")]
    [InlineData("UTC", "UTC", "UTC")]
    [InlineData("Etc/GMT", "GMT", "GMT")]
    [InlineData("Etc/GMT+5", "UTC-5", "UTC-5")]
    [InlineData("UTC+05:30", "UTC+5:30", "UTC+5:30")]
    public void A_clock_without_a_name_is_called_what_people_there_call_it(string zone, string summer, string winter)
    {
        var clock = new WallClock("", Given.Zone(zone));

        clock.NameAt(Given.Tuesday).ShouldBe(summer);
        clock.NameAt(_winter).ShouldBe(winter);
    }

    [Fact]
    public void A_clock_with_a_name_keeps_it() => new WallClock("Washington", Given.NewYork).NameAt(Given.Tuesday).ShouldBe("Washington");

    [Fact]
    public void Every_clock_is_written_so_that_it_reads_back() =>
        Gen.Select(Given.AnyZone, Gen.OneOf("", "Geneva", "Press room", "St. Gallen")).Sample((zone, name) =>
        {
            var clock = new WallClock(name, zone);
            return WallClock.TryParse(clock.ToString(), out var read) && read == clock;
        });

    [Fact]
    public void No_text_throws() => Gen.String.Sample(text => WallClock.TryParse(text, out var clock) == clock is not null);
}
