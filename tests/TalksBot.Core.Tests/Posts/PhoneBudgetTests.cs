using TalksBot.Core.Channels;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Digests;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Updates;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Posts;

/// <summary>Every kind of post of the founding case stays inside its lines of a phone.</summary>
public sealed class PhoneBudgetTests
{
    private static readonly Instant Now = On(28, 9, 0);

    /// <summary>A title and a deadline's label: as desks write them, and as long as they come.</summary>
    public static TheoryData<string, string> Names => new()
    {
        { "US–Japan autos", "100% tariffs on luxury cars" },
        { "United States–Japan framework talks on motor vehicles and parts, Geneva round II", "100% ad valorem duties on thirteen models of Japanese luxury cars, by proclamation" },
    };

    [Theory]
    [InlineData("one two three", 1)]
    [InlineData("A line of exactly forty characters, this", 1)]
    [InlineData("A line of exactly forty characters, this.", 2)]
    [InlineData("https://example.org/a-word-that-is-longer-than-a-line", 2)]
    public void Lines_break_between_words(string text, int lines) => PhoneLines.Of(text).ShouldBe(lines);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_countdown_takes_seven(string title, string label)
    {
        var talks = Until(Now, title, label);

        Lines(CountdownWording.Rung(talks, talks.Deadlines[0], Duration.FromMinutes(30))).ShouldBeLessThanOrEqualTo(7);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_long_consequence_is_told_by_its_beginning(string title, string label)
    {
        var talks = Until(On(27, 7, 57), title, label);
        var (deadline, _) = talks.AddDeadline(new DeadlineTerms($"{label} II", Eastern(28, 23, 59), "", string.Concat(Enumerable.Repeat("a consequence of many words ", 10)), ""), By("Anna", Now));

        Lines(CountdownWording.Rung(talks, deadline!, Duration.FromHours(12))).ShouldBeLessThanOrEqualTo(7);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_late_countdown_takes_one_more(string title, string label)
    {
        var rung = Duration.FromMinutes(30);
        var talks = Until(Now, title, label);
        var due = talks.Deadlines[0].At.ToInstant() - rung;
        var channel = ChannelAddress.TryParse("terminal:desk", out var address) ? address : throw new InvalidOperationException();
        var cause = new DeliveryCause(DeliveryKind.Countdown, talks.Slug, "", "D1", rung);
        var post = CountdownWording.Rung(talks, talks.Deadlines[0], rung);
        var late = new OutgoingPost(DeliveryKey.Of(channel, cause, due, 0), channel, cause, WirePriority.Urgent, due, post);

        var shown = Lateness.Relabel(late, [], due + Duration.FromMinutes(14));

        shown.Title.ShouldStartWith("LATE 14 min · 16 min to go");
        Lines(shown).ShouldBeLessThanOrEqualTo(8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_deadline_that_passed_takes_six(string title, string label)
    {
        var talks = Until(Now, title, label);

        Lines(CountdownWording.Passed(talks, talks.Deadlines[0])).ShouldBeLessThanOrEqualTo(6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_moved_deadline_takes_six(string title, string label)
    {
        var talks = Until(Now, title, label);
        var before = talks.Deadlines[0].At;
        talks.MoveDeadline(talks.Deadlines[0], Eastern(29, 23, 59), By("Anna", Now));

        MoveReason[] reasons = [new("", ""), new("They go on.", ""), new("", "both ministers"), new("They go on, as nothing but the dates of the deliveries is left to be settled.", "both ministers, in Geneva")];
        reasons.ShouldAllBe(why => Lines(CountdownWording.Moved(talks, talks.Deadlines[0], before, why, By("Anna", Now))) <= 6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reminder_asks_for_an_outcome_of_the_talks_only_where_none_is_recorded(string title, string label)
    {
        var talks = Until(Now, title, label);
        var open = CountdownWording.Nudge(talks, talks.Deadlines[0], Duration.FromMinutes(15));
        talks.Conclude(OutcomeKind.Collapsed, "They walked out.", By("Anna", Now)).ShouldBeNull();
        var ended = CountdownWording.Nudge(talks, talks.Deadlines[0], Duration.FromMinutes(15));

        open.Text().ShouldContain("Outcome…");
        open.Buttons.Select(button => button.Label).ShouldContain("Outcome…");
        ended.Text().ShouldNotContain("Outcome…");
        ended.Buttons.Select(button => button.Label).ShouldBe(["Met", "Moved…", "Withdrawn", "Lapsed", "Ask again in 1 h"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_session_takes_five_at_each_of_its_turns(string title, string label)
    {
        var talks = Until(Now, title, label);
        var clerk = By("Anna", Now);
        var (session, _) = talks.AddSession(new SessionTerms(There(On(28, 11, 0)), There(On(28, 13, 0)), "Geneva", "Kantor and Hashimoto"), clerk);
        var alert = SessionWording.Alert(talks, session!, Duration.FromMinutes(30));
        talks.StartSession(session!, There(On(28, 11, 5)), clerk);
        var started = SessionWording.Started(talks, session!, On(28, 11, 5));
        talks.EndSession(session!, There(On(28, 12, 50)), clerk);

        alert.Text().ShouldContain("11:00 Geneva Wed 28 Jun, until 13:00 · 05:00 Washington Wed 28 Jun");
        Lines(alert).ShouldBeLessThanOrEqualTo(5);
        Lines(started).ShouldBeLessThanOrEqualTo(5);
        Lines(SessionWording.Ended(talks, session!, On(28, 12, 50))).ShouldBeLessThanOrEqualTo(5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_update_takes_two_more_than_its_words(string title, string label)
    {
        var talks = Until(Now, title, label);
        var update = talks.Updates[1];
        var post = UpdateWording.Write(talks, update, Geneva, Now);

        Lines(post).ShouldBeLessThanOrEqualTo(PhoneLines.Of(PostTitle.Lead(post).Line) + 2);
        PhoneLines.Of(PostTitle.Lead(post).Line).ShouldBeLessThanOrEqualTo(PhoneLines.Of(update.Text) + 2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Where_it_was_said_takes_no_line_of_its_own(string title, string label)
    {
        var talks = Until(Now, title, label);
        var page = new Uri("https://www.reuters.com/world/a-page-with-a-long-name-about-the-talks-in-geneva");
        var (update, _) = talks.AddUpdate(new UpdateTerms("Kantor sounded very pessimistic.", "an official familiar with the call", Sourcing.Official, "US", WirePriority.Urgent, Now) { Link = page }, By("Anna", Now));
        var post = UpdateWording.Write(talks, update!, Geneva, Now);

        post.Text().ShouldEndWith($" · {page.AbsoluteUri}");
        Lines(post).ShouldBeLessThanOrEqualTo(PhoneLines.Of(PostTitle.Lead(post).Line) + 2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Accounts_that_differ_take_four_more_than_their_words(string title, string label)
    {
        var talks = Until(On(27, 12, 30), title, label);
        var (one, _) = talks.AddUpdate(new UpdateTerms("It sounded as if the talks were over.", "US officials", Sourcing.Official, "US", WirePriority.Urgent, Now), By("Anna", Now));
        var (other, _) = talks.AddUpdate(new UpdateTerms("The tone had changed.", "a Japanese official", Sourcing.Unnamed, "JP", WirePriority.Urgent, Now), By("Anna", Now));
        talks.Dispute(other!, one!, By("Anna", Now));

        Lines(UpdateWording.Write(talks, other!, Geneva, Now)).ShouldBeLessThanOrEqualTo(PhoneLines.Of(one!.Text) + PhoneLines.Of(other!.Text) + 4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_correction_takes_nine(string title, string label)
    {
        var talks = Until(On(27, 15, 0), title, label);
        var now = On(27, 18, 0);
        var (update, _) = talks.AddUpdate(new UpdateTerms("Sixty million cars are meant.", "a White House aide", Sourcing.Unnamed, "US", WirePriority.Regular, now), By("Anna", now));
        var seen = new SeenWords(PostText.Write(UpdateWording.News(update!, Geneva, now)), now, new PostReply("1", "1"));
        talks.CorrectUpdate(update!, "Six million cars are meant, not sixty.", update!.Attribution, By("Anna", now));

        Lines(CorrectionWording.Correction(talks, update, seen, Geneva, now)).ShouldBeLessThanOrEqualTo(9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kill_takes_four(string title, string label)
    {
        var talks = Until(Now, title, label);
        talks.KillUpdate(talks.Updates[1], "The source takes it back: no such time was set aside", By("Anna", Now));

        Lines(CorrectionWording.Kill(talks, talks.Updates[1], new PostReply("1", "1"), Now)).ShouldBeLessThanOrEqualTo(4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_question_about_a_flash_takes_eight(string title, string label)
    {
        var talks = Until(Now, title, label);
        var (flash, _) = talks.AddUpdate(new UpdateTerms("Kantor and Hashimoto have agreed, hours before the tariffs.", "both delegations", Sourcing.Official, "", WirePriority.Flash, Now), By("Anna", Now));

        Lines(ApprovalWording.Ask(talks, flash!, "Geneva reporter", Now)).ShouldBeLessThanOrEqualTo(8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_digest_takes_twenty_five(string title, string label)
    {
        var talks = Until(Now, title, label);

        var digest = DigestWording.Write(talks, Follow(talks, Washington), new DigestWindow(On(27, 7, 30), Now, []), Now);

        digest.Text().ShouldContain("Yesterday 01:30 – today 03:00 Washington");
        Lines(digest).ShouldBeLessThanOrEqualTo(25);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_live_status_takes_eighteen(string title, string label)
    {
        var talks = Until(Now, title, label);

        Lines(LiveWording.Write(talks, Geneva, talks.ChangedAt, Now)).ShouldBeLessThanOrEqualTo(18);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_live_status_of_many_deadlines_counts_those_it_has_no_room_for(string title, string label)
    {
        var talks = Until(Now, title, label);
        for (var day = 1; day <= 6; day++)
        {
            talks.AddDeadline(new DeadlineTerms(label, Eastern(28 + (day / 3), 12 + day, 0)), By("Anna", Now));
        }

        var shown = LiveWording.Write(talks, Geneva, talks.ChangedAt, Now);

        Lines(shown).ShouldBeLessThanOrEqualTo(18);
        shown.Text().ShouldContain("more deadlines: /talks deadline list us-japan-autos");
    }

    private static int Lines(Post post) => PhoneLines.Of(post);
}
