using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;

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
            + "principals:\"UNION: A. Person, president\" venue:\"Town hall\" zone:\"Europe/Zurich\" clocks:\"America/New_York, Geneva=Europe/Zurich\" follow:\"no\"");

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

    [Fact]
    public void Tells_what_is_left_once_something_was_killed_undone_or_rejected()
    {
        var talks = Given.Opened();
        var undone = Undone(talks, 1, stamp => talks.AddDeadline(new DeadlineTerms("A slip", Given.Time(2000, Given.Geneva)), stamp));
        talks.AddDeadline(new DeadlineTerms("Strike", Given.Time(3000, Given.Geneva)), Given.Stamp(3));
        talks.MoveDeadline(talks.Deadlines[0], Given.Time(3100, Given.Geneva), Given.Stamp(4)).ShouldBeNull();
        var killed = Say(talks, "They are close.", 10);
        var flash = talks.AddUpdate(Terms("They have agreed.", WirePriority.Flash, 11), Given.Stamp(11)).Update!;
        var right = Say(talks, "They go on.", 12);
        var other = Say(talks, "They do not go on.", 13);
        talks.KillUpdate(killed, "denied", Given.Stamp(14)).ShouldBeNull();
        talks.RejectFlash(flash, Given.Stamp(15, "another editor")).ShouldBeNull();
        talks.Dispute(other, right, Given.Stamp(16)).ShouldBeNull();
        talks.CorrectUpdate(right, "They go on until Friday.", right.Attribution, Given.Stamp(17)).ShouldBeNull();

        var told = StoryRunner.Run(Given.Understood(TalksFile.Write([talks]))).Single();

        undone.ShouldBe("D1");
        told.Deadlines.ShouldHaveSingleItem().At.ToInstant().ShouldBe(talks.Deadlines[0].At.ToInstant());
        told.Updates.Select(update => update.Text).ShouldBe(["They go on until Friday.", "They do not go on."]);
        told.Updates[1].Disputes.ShouldBe([1]);
    }

    [Fact]
    public void Tells_a_kill_and_a_rejection_that_a_file_keeps()
    {
        var talks = Given.Opened();
        var killed = Say(talks, "They are close.", 10);
        talks.KillUpdate(killed, "denied", Given.Stamp(14)).ShouldBeNull();
        var flash = talks.AddUpdate(Terms("They have agreed.", WirePriority.Flash, 15), Given.Stamp(15)).Update!;
        talks.RejectFlash(flash, Given.Stamp(16, "another editor")).ShouldBeNull();
        var file = new TalksFile { Format = TalksFile.CurrentFormat, Talks = [FiledTalks.From(talks)] };

        Story.Of(file).Steps.Select(step => step.Line).Skip(2).ShouldBe(
        [
            "/talks update add talks:\"dock-strike\" text:\"They are close.\" source:\"a union official\" tier:\"official\" priority:\"regular\" heard:\"1995-06-27T05:10:00Z\"",
            "/talks update kill talks:\"dock-strike\" update:\"#1\" reason:\"denied\"",
            "/talks update add talks:\"dock-strike\" text:\"They have agreed.\" source:\"a union official\" tier:\"official\" priority:\"flash\" heard:\"1995-06-27T05:15:00Z\"",
            "/talks update reject talks:\"dock-strike\" update:\"#2\"",
        ]);
    }

    private static Update Say(Negotiation talks, string text, int minutes) => talks.AddUpdate(Terms(text, WirePriority.Regular, minutes), Given.Stamp(minutes)).Update!;

    private static UpdateTerms Terms(string text, WirePriority priority, int minutes) =>
        new(text, "a union official", Sourcing.Official, "", priority, Given.Start + Duration.FromMinutes(minutes));

    /// <summary>Adds something and takes it back; what it was called.</summary>
    private static string Undone(Negotiation talks, int minutes, Action<Stamp> add)
    {
        var before = TalksParts.Of(talks);
        add(Given.Stamp(minutes));
        var act = new Act("/talks deadline add", Given.Stamp(minutes), idempotencyKey: null);
        act.Changed(talks.Slug, TalksParts.Differences(before, TalksParts.Of(talks)));
        talks.Changes[^1].CausedBy(act.Key);
        talks.TakeBack(act, Given.Stamp(minutes + 1)).ShouldBeNull();
        return act.Parts[0].Name;
    }

    private static List<string> Lines(Negotiation talks) =>
        [.. Story.Of(Given.Understood(TalksFile.Write([talks]))).Steps.Select(step => step.Line)];

}
