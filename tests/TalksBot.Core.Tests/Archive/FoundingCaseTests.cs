using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Tests.Archive;

public sealed class FoundingCaseTests
{
    private readonly Negotiation _talks = Negotiation.Restore(Given.Sample().Talks.Single());

    [Fact]
    public void Is_exactly_what_its_story_builds() =>
        TalksFile.Write(StoryRunner.Run(Given.Sample())).ShouldBe(Given.SampleText);

    [Fact]
    public void Falls_due_on_two_dates_at_once() =>
        _talks.Deadlines.Single().At.ToInstant().ShouldBe(Instant.FromUtc(1995, 6, 29, 3, 59));

    [Fact]
    public void Ends_agreed_with_its_deadline_met()
    {
        _talks.Status.ShouldBe(TalksStatus.Agreed);
        _talks.Deadlines.Single().State.ShouldBe(DeadlineState.Met);
        _talks.Outcome!.At.ShouldBe(Instant.FromUtc(1995, 6, 28, 17, 40));
    }

    [Fact]
    public void Has_a_session_that_crosses_midnight_in_Geneva_only()
    {
        var session = _talks.Sessions[2];

        session.StartsAt.Local.Date.ShouldBe(new LocalDate(1995, 6, 27));
        session.EndsAt!.Local.Date.ShouldBe(new LocalDate(1995, 6, 28));
        session.EndsAt.ToInstant().InZone(Given.Washington).Date.ShouldBe(new LocalDate(1995, 6, 27));
    }

    [Fact]
    public void Holds_the_fourth_session_at_eleven_in_Geneva() =>
        _talks.Sessions[3].StartsAt.ToInstant().ShouldBe(Instant.FromUtc(1995, 6, 28, 9, 0));

    [Fact]
    public void Sets_the_third_account_against_the_first() =>
        _talks.Updates.Where(update => update.Disputes.Count > 0).Select(update => (update.Number, update.Disputes.Single())).ShouldBe([(3, 1)]);

    [Fact]
    public void Words_every_sticking_point_for_both_sides() =>
        _talks.Points.Select(point => string.Join(' ', point.Wordings.Select(said => said.Side))).ShouldBe(Enumerable.Repeat("US JP", 4));

    [Fact]
    public void Is_followed_from_three_newsrooms_that_want_a_morning_digest() =>
        _talks.Follows.Select(follow => (follow.Channel.Channel, follow.Settings.Clock.Zone.Id, follow.Settings.DigestAt)).ShouldBe([
            ("desk", "Europe/Zurich", new LocalTime(8, 0)),
            ("washington", "America/New_York", new LocalTime(8, 0)),
            ("tokyo", "Asia/Tokyo", new LocalTime(8, 0)),
        ]);
}
