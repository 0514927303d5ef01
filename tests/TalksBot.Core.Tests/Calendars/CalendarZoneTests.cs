using System.Globalization;
using TalksBot.Core.Calendars;

namespace TalksBot.Core.Tests.Calendars;

/// <summary>A zone that a calendar spells out, read back without any library and held against the tz database at every change of its clock.</summary>
public sealed class CalendarZoneTests
{
    private static readonly Instant From = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2038, 1, 1, 0, 0);

    [Theory]
    [InlineData("Europe/Dublin")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Africa/Monrovia")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Tokyo")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Tehran")]
    [InlineData("Pacific/Apia")]
    [InlineData("Asia/Pyongyang")]
    [InlineData("Europe/Istanbul")]
    [InlineData("America/Caracas")]
    [InlineData("Africa/Cairo")]
    [InlineData("UTC")]
    public void A_zone_reads_back_right_at_every_change_from_1970_to_2037(string id) => ReadsBack(DateTimeZoneProviders.Tzdb[id]).ShouldBeGreaterThan(0);

    [Fact]
    public void So_does_every_zone_there_is() => DateTimeZoneProviders.Tzdb.Ids.Sum(id => ReadsBack(DateTimeZoneProviders.Tzdb[id])).ShouldBeGreaterThan(20_000);

    [Fact]
    public void Years_beyond_are_spelt_out_where_they_are_needed()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        var written = CalendarZone.Lines(zone, 1962, 2051);

        foreach (var at in new[] { Instant.FromUtc(1962, 7, 1, 0, 0), Instant.FromUtc(2051, 7, 1, 0, 0), Instant.FromUtc(2051, 12, 1, 0, 0) })
        {
            Offset(written, at).ShouldBe(zone.GetUtcOffset(at), $"{at}");
        }
    }

    /// <returns>How many moments were looked at.</returns>
    private static int ReadsBack(DateTimeZone zone)
    {
        var onsets = Read(CalendarZone.Lines(zone, 1990, 2000));
        var (looked, last) = (0, 0);
        foreach (var interval in zone.GetZoneIntervals(From, To))
        {
            var start = interval.HasStart && interval.Start > From ? interval.Start : From;
            var end = interval.HasEnd && interval.End < To ? interval.End : To;
            foreach (var at in new[] { start, start + ((end - start) / 2), end - Duration.FromSeconds(1) })
            {
                for (; last + 1 < onsets.Count && onsets[last + 1].At <= at; last++)
                {
                }

                if (onsets[last].At > at || onsets[last].Offset != interval.WallOffset)
                {
                    Assert.Fail($"{zone.Id} {at}: {onsets[last].Offset} instead of {interval.WallOffset}");
                }

                looked++;
            }
        }

        return looked;
    }

    private static Offset Offset(IReadOnlyList<string> lines, Instant at) => Read(lines).Last(onset => onset.At <= at).Offset;

    /// <summary>The moments at which its clock changes, and what it shows from then on, in order.</summary>
    private static List<(Instant At, Offset Offset)> Read(IReadOnlyList<string> lines)
    {
        var onsets = new List<(Instant, Offset)>();
        var (from, to) = (NodaTime.Offset.Zero, NodaTime.Offset.Zero);
        foreach (var parts in lines.Select(line => line.Split(':', 2)))
        {
            switch (parts[0])
            {
                case "TZOFFSETFROM":
                    from = OffsetOf(parts[1]);
                    break;
                case "TZOFFSETTO":
                    to = OffsetOf(parts[1]);
                    break;
                case "DTSTART" or "RDATE":
                    onsets.AddRange(parts[1].Split(',').Select(at => (NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(at).Value.WithOffset(from).ToInstant(), to)));
                    break;
            }
        }

        return [.. onsets.OrderBy(onset => onset.Item1)];
    }

    private static Offset OffsetOf(string text)
    {
        var digits = text[1..].PadRight(6, '0');
        var size = (Part(0) * 3600) + (Part(2) * 60) + Part(4);
        return NodaTime.Offset.FromSeconds(text[0] == '-' ? -size : size);

        int Part(int at) => int.Parse(digits.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
