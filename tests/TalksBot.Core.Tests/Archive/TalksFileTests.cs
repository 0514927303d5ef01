using System.Text;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Tests.Archive;

public sealed class TalksFileTests
{
    [Fact]
    public void Takes_back_every_field_it_has_written()
    {
        var talks = WithTroubles();

        var restored = Negotiation.Restore(Given.Understood(TalksFile.Write([talks])).Talks.Single());

        Fields.Of(restored).ShouldBe(Fields.Of(talks));
    }

    [Fact]
    public void Writes_the_same_bytes_again_after_taking_them_back()
    {
        var text = TalksFile.Write([Given.Rich(), WithTroubles()]);

        var again = TalksFile.Write(Given.Understood(text).Talks.Select(Negotiation.Restore));

        again.ShouldBe(text);
    }

    [Fact]
    public void Writes_lines_that_people_can_read()
    {
        var text = TalksFile.Write([Given.Rich()]);

        text.ShouldStartWith("{\n  \"format\": \"talksbot/1\",\n  \"talks\": [\n    {\n      \"slug\": \"dock-strike\",\n");
        text.ShouldContain("talks – 港");
        text.ShouldEndWith("}\n");
        text.ShouldNotContain("\r");
    }

    [Fact]
    public void Fills_in_what_a_hand_left_out()
    {
        var file = Given.Understood(Json.Talks(""));

        Negotiation.Restore(file.Talks.Single()).Status.ShouldBe(TalksStatus.Scheduled);
    }

    [Fact]
    public void Takes_a_file_without_talks() => Given.Understood(TalksFile.Write([])).Talks.ShouldBeEmpty();

    [Fact]
    public void Tidies_the_blanks_in_words() =>
        Given.Understood(Json.Talks("""
            "venue": " the  town\n hall "
            """)).Talks.Single().Venue.ShouldBe("the town hall");

    [Fact]
    public void Reads_local_times_with_and_without_seconds()
    {
        var file = Given.Understood(Json.Talks("""
            "deadlines": [
              { "number": 1, "label": "one", "at": "1995-06-28T23:59-04:00[America/New_York]" },
              { "number": 2, "label": "two", "at": "1995-06-28T23:59:00-04:00[America/New_York]" },
              { "number": 3, "label": "three", "at": "1995-06-29T03:59Z[UTC]" }]
            """));

        file.Talks.Single().Deadlines.Select(deadline => deadline.At.ToInstant()).Distinct().ShouldBe([Instant.FromUtc(1995, 6, 29, 3, 59)]);
    }

    [Fact]
    public async Task Reads_a_stream_with_a_byte_order_mark()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Given.SampleText)]);

        var reading = await TalksFile.ReadAsync(stream, TestContext.Current.CancellationToken);

        reading.ShouldBeOfType<TalksFileReading.Understood>().File.Talks.Single().Slug.ShouldBe("us-japan-autos");
    }

    [Fact]
    public async Task Stops_reading_an_endless_stream()
    {
        using var stream = new EndlessStream();

        var reading = await TalksFile.ReadAsync(stream, largest: 16 * 1024 * 1024, TestContext.Current.CancellationToken);

        reading.ShouldBeOfType<TalksFileReading.Refused>().Why.ShouldBe("The file is larger than 16 MB; split it into files with fewer talks.");
    }

    /// <summary>Also what only time and platforms do, and a session that began after the end once planned for it.</summary>
    private static Negotiation WithTroubles()
    {
        var talks = Given.Opened("with-troubles");
        var follow = talks.AddFollow(Given.Channel("slack:main/C0123"), Given.Settings("1h, 0", null, "@here"), Given.Stamp(1)).Follow!;
        follow.Digested(Given.Start + Duration.FromHours(9));
        talks.MuteFollow(follow, "the channel is gone", Given.Stamp(2));
        var removed = talks.AddFollow(Given.Channel("discord:main/99"), Given.Settings("1h", new LocalTime(23, 30)), Given.Stamp(3)).Follow!;
        talks.RemoveFollow(removed, Given.Stamp(4));
        var deadline = talks.AddDeadline(new DeadlineTerms("End", Given.Time(60, Given.Washington)), Given.Stamp(5)).Deadline!;
        talks.PassDeadline(deadline, Stamp.Clock(deadline.At.ToInstant()));
        var session = talks.AddSession(new SessionTerms(Given.Time(90, Given.Geneva), Given.Time(100, Given.Geneva)), Given.Stamp(60)).Session!;
        talks.StartSession(session, Given.Time(110, Given.Geneva), Given.Stamp(110));
        talks.Conclude(OutcomeKind.Lapsed, "The measures are in force.", Given.Stamp(200));
        return talks;
    }
}
