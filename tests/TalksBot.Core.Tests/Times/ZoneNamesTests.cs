using CsCheck;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>The names people give to zones.</summary>
public sealed class ZoneNamesTests
{
    [Theory]
    [InlineData("Geneva", "Europe/Zurich")]
    [InlineData("geneva", "Europe/Zurich")]
    [InlineData("Washington, D.C.", "America/New_York")]
    [InlineData("The Hague", "Europe/Amsterdam")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("Minsk", "Europe/Minsk")]
    [InlineData("Beijing", "Asia/Shanghai")]
    [InlineData("Kiev", "Europe/Kyiv")]
    [InlineData("europe/zurich", "Europe/Zurich")]
    [InlineData("Port of Spain", "America/Port_of_Spain")]
    [InlineData("Louisville", "America/Kentucky/Louisville")]
    [InlineData("EDT", "America/New_York")]
    [InlineData("et", "America/New_York")]
    [InlineData("Pacific", "America/Los_Angeles")]
    [InlineData("JST", "Asia/Tokyo")]
    [InlineData("CEST", "Europe/Brussels")]
    [InlineData("UTC", "UTC")]
    [InlineData("z", "UTC")]
    [InlineData("UTC+2", "UTC+02")]
    [InlineData("UTC +2", "UTC+02")]
    [InlineData("UTC + 2", "UTC+02")]
    [InlineData("GMT-3:30", "UTC-03:30")]
    [InlineData("UK", "Europe/London")]
    [InlineData("Germany", "Europe/Berlin")]
    [InlineData("India", "Asia/Kolkata")]
    [InlineData("Ukraine", "Europe/Kyiv")]
    [InlineData("Ireland", "Europe/Dublin")]
    [InlineData("China", "Asia/Shanghai")]
    [InlineData("Japan", "Asia/Tokyo")]
    [InlineData("South Korea", "Asia/Seoul")]
    [InlineData("WEST", "Europe/Lisbon")]
    [InlineData("Pacific Daylight Time", "America/Los_Angeles")]
    [InlineData("Central European Summer Time", "Europe/Brussels")]
    [InlineData("London time", "Europe/London")]
    [InlineData("Київ", "Europe/Kyiv")]
    [InlineData("+02:00", "UTC+02")]
    [InlineData("-0530", "UTC-05:30")]
    [InlineData("Etc/GMT+5", "Etc/GMT+5")]
    public void A_name_with_one_meaning_is_known(string text, string zone) =>
        ZoneNames.Read(text).ShouldBeOfType<ZoneReading.Known>().Clock.Zone.Id.ShouldBe(zone);

    [Theory]
    [InlineData("EDT", -4)]
    [InlineData("EST", -5)]
    [InlineData("CEST", 2)]
    [InlineData("UTC-4", -4)]
    public void An_abbreviation_also_fixes_the_offset(string text, int hours) =>
        ZoneNames.Read(text).ShouldBeOfType<ZoneReading.Known>().Offset.ShouldBe(Offset.FromHours(hours));

    [Theory]
    [InlineData("Geneva")]
    [InlineData("ET")]
    [InlineData("America/New_York")]
    public void A_place_leaves_the_offset_to_the_season(string text) =>
        ZoneNames.Read(text).ShouldBeOfType<ZoneReading.Known>().Offset.ShouldBeNull();

    [Theory]
    [InlineData("CST", "America/Chicago|Asia/Shanghai|America/Havana")]
    [InlineData("IST", "Asia/Kolkata|Asia/Jerusalem|Europe/Dublin")]
    [InlineData("bst", "Europe/London|Asia/Dhaka")]
    [InlineData("Samoa", "Pacific/Apia|Pacific/Pago_Pago")]
    [InlineData("San Juan", "America/Puerto_Rico|America/Argentina/San_Juan")]
    [InlineData("Córdoba", "America/Argentina/Cordoba|Europe/Madrid")]
    [InlineData("Victoria", "America/Vancouver|Australia/Melbourne|Indian/Mahe")]
    [InlineData("Merida", "America/Merida|America/Caracas|Europe/Madrid")]
    [InlineData("Birmingham", "Europe/London|America/Chicago")]
    [InlineData("west", "Europe/Lisbon|Australia/Perth|America/Manaus")]
    [InlineData("General", "America/Mexico_City|America/Argentina/Buenos_Aires")]
    [InlineData("Georgia", "Asia/Tbilisi|America/New_York")]
    [InlineData("Indonesia", "Asia/Jakarta|Asia/Makassar|Asia/Jayapura")]
    [InlineData("USA", "America/New_York|America/Chicago|America/Denver|America/Los_Angeles|America/Anchorage|Pacific/Honolulu")]
    public void A_name_with_several_meanings_offers_them(string text, string zones)
    {
        var ambiguous = ZoneNames.Read(text).ShouldBeOfType<ZoneReading.Ambiguous>();

        string.Join('|', ambiguous.Options.Select(clock => clock.Zone.Id).Order(StringComparer.Ordinal))
            .ShouldBe(string.Join('|', zones.Split('|').Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("CDT")]
    [InlineData("AST")]
    [InlineData("ADT")]
    [InlineData("AMT")]
    [InlineData("ACT")]
    [InlineData("ECT")]
    [InlineData("GST")]
    [InlineData("SST")]
    [InlineData("WST")]
    public void Each_of_these_is_used_by_several_parts_of_the_world(string text) =>
        ZoneNames.Read(text).ShouldBeOfType<ZoneReading.Ambiguous>().Options.Count.ShouldBeGreaterThan(1);

    [Theory]
    [InlineData("Genva", "Geneva")]
    [InlineData("Genvea", "Geneva")]
    [InlineData("New Yrok", "New York")]
    [InlineData("Europe/Zurihc", "Europe/Zurich")]
    [InlineData("Irland", "Ireland")]
    [InlineData("Germny", "Germany")]
    public void A_misspelt_name_suggests_the_nearest(string text, string suggestion)
    {
        var unknown = ZoneNames.Read(text).ShouldBeOfType<ZoneReading.Unknown>();

        unknown.Why.ShouldBe($"\"{text}\" is not a place or time zone I know.");
        unknown.Suggestions[0].ShouldBe(suggestion);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("x")]
    [InlineData("UTC+25")]
    [InlineData("UTC+15")]
    [InlineData("UTC-13")]
    [InlineData("Chinatown")]
    [InlineData("Christmas")]
    [InlineData("+02:60")]
    [InlineData("somewhere far beyond the sea")]
    public void A_name_like_no_other_suggests_nothing(string text) =>
        ZoneNames.Read(text).ShouldBeOfType<ZoneReading.Unknown>().Suggestions.ShouldBeEmpty();

    [Fact]
    public void Whatever_is_suggested_is_known() =>
        Gen.String[Gen.Char["Gevanrostick "], 3, 12].Sample(
            text => ZoneNames.Read(text) is not ZoneReading.Unknown unknown
                || unknown.Suggestions.All(name => ZoneNames.Read(name) is ZoneReading.Known),
            iter: 300);

    [Fact]
    public void Every_id_of_the_database_is_known_or_an_abbreviation()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            ZoneNames.Read(id.ToUpperInvariant()).ShouldBeOfType<ZoneReading.Known>(id);
        }
    }

    [Fact]
    public void Every_name_that_several_places_share_offers_zones_with_different_clocks()
    {
        foreach (var name in new[] { "North", "South", "East", "San Jose", "Portland", "Springfield", "Cambridge", "Hyderabad", "Spain", "Canada", "Russia", "Brazil", "Mexico" })
        {
            var ambiguous = ZoneNames.Read(name).ShouldBeOfType<ZoneReading.Ambiguous>(name);

            ambiguous.Options.Select(clock => clock.Zone.Id).Distinct().Count().ShouldBe(ambiguous.Options.Count, name);
            ambiguous.Why.Length.ShouldBeLessThan(200, name);
        }
    }
}
