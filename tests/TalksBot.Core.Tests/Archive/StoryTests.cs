using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Tests.Archive;

public sealed class StoryTests
{
    [Fact]
    public void Builds_a_rich_record_again()
    {
        var text = TalksFile.Write([Given.Rich()]);

        TalksFile.Write(StoryRunner.Run(Given.Understood(text))).ShouldBe(text);
    }

    [Fact]
    public void Names_and_quotes_every_value() =>
        Lines(Given.Rich())[0].ShouldBe(
            "/talks open slug:\"dock-strike\" title:\"Dock \\\"strike\\\" \\\\ talks – 港\" parties:\"UNION=Dockers' union; PORT=Port authority\" "
            + "principals:\"UNION: A. Person, president\" venue:\"Town hall\" zone:\"Europe/Zurich\" clocks:\"America/New_York, Geneva=Europe/Zurich\"");

    [Fact]
    public void Sets_a_deadline_where_it_first_stood() =>
        Lines(Given.Rich()).ShouldContain(
            "/talks deadline add talks:\"dock-strike\" at:\"1995-06-29T03:00:00-04:00[America/New_York]\" label:\"Strike\" reported:\"midnight\" consequence:\"the port stops\" by:\"the union\"");

    [Fact]
    public void Gives_a_dispute_with_the_update_that_came_with_it() =>
        Lines(Given.Rich()).ShouldContain(line => line.StartsWith("/talks update add ", StringComparison.Ordinal)
            && line.EndsWith(" tier:\"unnamed\" priority:\"regular\" heard:\"1995-06-27T05:00:00Z\" disputes:\"#1\"", StringComparison.Ordinal));

    [Fact]
    public void Gives_a_later_dispute_when_it_was_made() =>
        Lines(Given.Rich()).ShouldContain("/talks update dispute talks:\"dock-strike\" update:\"#1\" other:\"#3\"");

    [Fact]
    public void Leaves_to_the_outcome_what_the_outcome_does() =>
        Lines(Given.Rich()).ShouldNotContain(line => line.StartsWith("/talks deadline met", StringComparison.Ordinal));

    [Fact]
    public void Leaves_to_time_what_time_does()
    {
        var talks = Given.Opened();
        var deadline = talks.AddDeadline(new DeadlineTerms("End", Given.Time(60, Given.Geneva)), Given.Stamp(1)).Deadline!;
        talks.PassDeadline(deadline, Stamp.Clock(deadline.At.ToInstant()));

        Lines(talks).Count.ShouldBe(3);
    }

    [Fact]
    public void Lets_the_desk_follow_talks_that_nobody_follows() =>
        Lines(Given.Opened())[1].ShouldBe("/talks follow add talks:\"dock-strike\" channel:\"terminal:desk\"");

    [Fact]
    public void Plays_other_platforms_on_the_terminal()
    {
        var talks = Given.Opened();
        talks.AddFollow(Given.Channel("slack:main/C0123"), Given.Settings("1h", null), Given.Stamp(1));
        talks.AddFollow(Given.Channel("discord:main/C0123"), Given.Settings("1h", null), Given.Stamp(2));

        Lines(talks)[1..].ShouldBe([
            "/talks follow add talks:\"dock-strike\" channel:\"terminal:C0123\" zone:\"America/New_York\" digest:\"none\" ladder:\"1h\" priority:\"urgent\"",
            "/talks follow add talks:\"dock-strike\" channel:\"terminal:C0123-2\" zone:\"America/New_York\" digest:\"none\" ladder:\"1h\" priority:\"urgent\"",
        ]);
    }

    [Fact]
    public void Tells_a_file_without_changes_by_what_it_shows()
    {
        var filed = Given.Sample().Talks.Single() with { Changes = [] };
        var file = new TalksFile { Format = TalksFile.CurrentFormat, Talks = [filed] };

        var rebuilt = FiledTalks.From(StoryRunner.Run(file).Single());

        TalksFile.Write([Negotiation.Restore(rebuilt with { Changes = [] })]).ShouldBe(TalksFile.Write([Negotiation.Restore(filed)]));
    }

    [Fact]
    public void Shows_from_an_hour_before_the_first_step_to_an_hour_after_the_last_deadline() =>
        Story.Of(Given.Sample()).Window.ShouldBe(new Interval(Instant.FromUtc(1995, 6, 27, 4, 0), Instant.FromUtc(1995, 6, 29, 4, 59)));

    [Fact]
    public void Has_nothing_to_show_of_a_file_without_talks() => Story.Of(Given.Understood(TalksFile.Write([]))).Window.ShouldBeNull();

    private static List<string> Lines(Negotiation talks) =>
        [.. Story.Of(Given.Understood(TalksFile.Write([talks]))).Steps.Select(step => step.Line)];

}
