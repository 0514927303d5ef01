using System.Text;
using TalksBot.Core.Archive;

namespace TalksBot.Core.Tests.Archive;

public sealed class TalksFileRefusalTests
{
    public static TheoryData<string, string> FaultsOfShape => new()
    {
        { "", "broken JSON at line 1, column 1;" },
        { "{\n  \"format\": \"talksbot/1\",\n  \"talks\": [,]\n}", "broken JSON at line 3, column 13;" },
        { "[]", "no TalksBot file" },
        { "{ \"format\": \"talksbot/2\", \"new\": 1 }", "written by a newer TalksBot (format talksbot/2); update" },
        { "{ \"format\": \"talksbot/0\" }", "no TalksBot file" },
        { "{ \"format\": \"talksbot/1\" }", "The file has no \"talks\"; add it." },
        { "{ \"format\": \"talksbot/1\", \"talks\": {} }", "talks is an object; it must be a list in brackets." },
        { "{ \"format\": \"talksbot/1\", \"talks\": [null] }", "talks[0] is null; it must be an object" },
        { Json.File("{}"), "talks[0] has no \"slug\"; add it." },
        { Json.Talks("\"colour\": 1"), "talks[0] has \"colour\", which this format does not know; remove it or use one of slug, title," },
        { Json.Talks("\"col\\u0007our\": 1"), "talks[0] has a member, which this format" },
        { Json.Talks("\"title\": \"again\""), "talks[0] gives \"title\" twice; keep one." },
        { Json.Talks("\"venue\": null"), "talks[0].venue is null; give it a value or leave it out." },
        { Json.Talks("\"venue\": 7"), "talks[0].venue is a number of another kind; it must be text in quotes." },
        { Json.Talks("\"venue\": \"a\\u0000b\""), "talks[0].venue holds the invisible character U+0000 at position 2; remove it." },
        { Json.Talks("\"venue\": \"\\ud800\""), "talks[0].venue spells out half of a character" },
        { Json.Talks($"\"venue\": \"{new string('x', 201)}\""), "talks[0].venue has 201 characters; shorten it to 200." },
    };

    public static TheoryData<string, string> FaultsOfSense => new()
    {
        { Json.Talks("\"status\": \"UnderWay\""), "talks[0].status is none of the words known there; write scheduled, underWay, suspended, agreed, collapsed, closed." },
        { Json.Talks("\"status\": \"agreed\""), "talks[0].outcome is missing" },
        { Json.Talks("\"outcome\": { \"kind\": \"lapsed\", \"line\": \"Over.\", \"at\": \"1995-06-28T00:00:00Z\" }"), "talks[0].status does not fit the outcome; write collapsed or closed." },
        { Json.Talks("\"clocks\": [\"UTC\", \"Atlantis/Deep\"]"), "talks[0].clocks[1] is no clock; write" },
        { Json.File(Json.OneTalks("")).Replace("Europe/Zurich", "Europe/Geneva", StringComparison.Ordinal), "talks[0].zone is no time zone; write an IANA name" },
        { Json.File(Json.OneTalks("", "Bad Slug")), "talks[0].slug must be 2 to 60 lower-case letters" },
        { Json.File(Json.OneTalks("") + "," + Json.OneTalks("")), "talks[1].slug repeats dock-strike; rename one" },
        { Json.Talks("").Replace("1995-06-27T05:00:00Z", "yesterday", StringComparison.Ordinal), "talks[0].openedAt is no moment in UTC" },
        { Json.Talks("").Replace("PORT", "UNION", StringComparison.Ordinal), "talks[0].parties[1].code repeats UNION" },
        { Json.Talks("").Replace("PORT", "the port", StringComparison.Ordinal), "talks[0].parties[1].code must be at most 12 capitals" },
        { Json.Talks("").Replace("Port authority", "a; b", StringComparison.Ordinal), "talks[0].parties[1] has a semicolon" },
        { Json.Deadline(", \"consequence\": 1.5"), "talks[0].deadlines[0].consequence is a number" },
        { Json.Deadline("").Replace("\"number\": 1", "\"number\": 1.5", StringComparison.Ordinal), "talks[0].deadlines[0].number is a number of another kind; it must be a whole number" },
        { Json.Deadline("").Replace("\"number\": 1", "\"number\": 0", StringComparison.Ordinal), "talks[0].deadlines[0].number is 0; it must be more than 0" },
        { Json.Deadline("").Replace("[America/New_York]", "", StringComparison.Ordinal), "talks[0].deadlines[0].at is no local time between the years 1000 and 2999; write it like 1995-06-28T23:59-04:00[America/New_York]." },
        { Json.Deadline("").Replace("1995-06-28", "9999-12-31", StringComparison.Ordinal), "talks[0].deadlines[0].at is no local time" },
        { Json.Session(", \"endsAt\": \"1995-06-27T10:00+02:00[Europe/Zurich]\""), "talks[0].sessions[0].endsAt is before startsAt" },
        { Json.Session(", \"state\": \"ended\""), "talks[0].sessions[0].endsAt is missing though the session has ended" },
        { Json.Update(", \"side\": \"US\""), "talks[0].updates[0].side is US, which is no party to these talks; write UNION or PORT." },
        { Json.Update(", \"disputes\": [1]"), "talks[0].updates[0].disputes names the update itself" },
        { Json.Update(", \"disputes\": [2]"), "talks[0].updates[0].disputes names #2, which is not in the list" },
        { Json.Update("", "a source"), "talks[0].updates[0].attribution does not say enough. Say what kind of source it is" },
        { Json.Talks("\"points\": [{ \"number\": 1, \"title\": \"Pay\", \"wordings\": [{ \"side\": \"X\", \"wording\": \"y\" }] }]"), "talks[0].points[0].wordings[0].side is X" },
        { Json.Talks("\"follows\": [{ \"channel\": \"nowhere\", \"zone\": \"UTC\", \"digest\": null, \"since\": \"1995-06-27T05:00:00Z\" }]"), "talks[0].follows[0].channel is no channel" },
        { Json.Talks("\"follows\": [{ \"channel\": \"terminal:desk\", \"zone\": \"UTC\", \"digest\": \"25:00\", \"since\": \"1995-06-27T05:00:00Z\" }]"), "talks[0].follows[0].digest is no hour of the day" },
        { Json.Talks("\"changes\": [{ \"at\": \"1995-06-27T05:00:00Z\", \"by\": \"me\", \"subject\": \"D1\", \"verb\": \"met\" }]"), "talks[0].changes[0].subject names nothing in these talks" },
        { Json.Talks("\"changes\": [{ \"at\": \"1995-06-27T05:00:00Z\", \"by\": \"me\", \"subject\": \"\", \"verb\": \"suspended\", \"is\": { \"side\": \"US\" } }]"), "talks[0].changes[0].is says nothing that this format knows" },
    };

    [Theory]
    [MemberData(nameof(FaultsOfShape))]
    [MemberData(nameof(FaultsOfSense))]
    public void Names_the_place_and_the_mend(string text, string words)
    {
        var why = Given.Refused(text);

        why.ShouldContain(words);
        why.ShouldNotContain("System.");
        why.ShouldAllBe(letter => !char.IsControl(letter));
    }

    [Fact]
    public void Takes_a_name_that_was_printed_although_nobody_could_type_it_today() =>
        TalksFile.Read(System.Text.Encoding.UTF8.GetBytes(Json.Update("", "source: Tanaka"))).ShouldBeOfType<TalksFileReading.Understood>();

    [Fact]
    public void Refuses_bytes_that_are_no_text() =>
        TalksFile.Read(new byte[] { 0x7B, 0xFF, 0x7D }).ShouldBeOfType<TalksFileReading.Refused>().Why.ShouldContain("no UTF-8 text");

    [Theory]
    [InlineData(32)]
    [InlineData(100_000)]
    public void Refuses_what_is_nested_too_deep(int depth) =>
        Given.Refused(new string('[', depth + 1) + new string(']', depth + 1)).ShouldContain("more than 32 deep");

    [Fact]
    public async Task Refuses_what_is_too_large()
    {
        await using var file = new LargeFile();

        var reading = await TalksFile.ReadAsync(file, TestContext.Current.CancellationToken);

        reading.ShouldBeOfType<TalksFileReading.Refused>().Why.ShouldContain("larger than 1,024 MB");
    }

    [Fact]
    public void Refuses_a_list_that_is_too_long()
    {
        var clocks = new StringBuilder("\"clocks\": [\"UTC\"").Insert("\"clocks\": [\"UTC\"".Length, ",\"UTC\"", TalksFile.LongestList).Append(']');

        Given.Refused(Json.Talks(clocks.ToString())).ShouldContain("talks[0].clocks has 1,000,001 items; a file may have at most 1,000,000 there");
    }

    /// <summary>A file of which only the length is known.</summary>
    private sealed class LargeFile : MemoryStream
    {
        public override long Length => TalksFile.LargestSize + 1L;
    }
}
