using TalksBot.Core.Chronicles;
using TalksBot.Core.Negotiations;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Chronicles;

public sealed class ChronicleTests
{
    private static readonly Instant Late = On(30, 12, 0);

    [Fact]
    public void Says_where_a_moved_deadline_was_and_where_it_is_now_and_who_says_so()
    {
        var talks = Until(On(28, 9, 0));
        talks.MoveDeadline(talks.Deadlines[0], Eastern(30, 23, 59), By("Ben", On(28, 9, 0)));

        Last(talks).Text.ShouldBe("D1 moved: now Fri 30 Jun 1995 23:59 Washington, was Wed 28 Jun 1995 23:59 Washington – 100% tariffs on luxury cars (by Ben)");
    }

    [Fact]
    public void Names_nobody_for_what_time_itself_caused()
    {
        var talks = Until(On(28, 9, 0));
        talks.PassDeadline(talks.Deadlines[0], Stamp.Clock(On(29, 5, 59)));

        Last(talks).Text.ShouldBe("D1 passed, outcome not yet known – 100% tariffs on luxury cars");
    }

    [Fact]
    public void Gives_the_reason_a_deadline_was_withdrawn()
    {
        var talks = Until(On(28, 9, 0));
        talks.WithdrawDeadline(talks.Deadlines[0], "the President called the tariffs off", By("Ben", On(28, 9, 0)));

        Last(talks).Text.ShouldBe("D1 withdrawn: the President called the tariffs off – 100% tariffs on luxury cars (by Ben)");
    }

    [Fact]
    public void Prints_an_update_with_its_attribution_and_the_account_it_differs_from()
    {
        var entry = All(Until(On(27, 23, 0))).Single(known => known.Subject == "#3");

        entry.Text.ShouldBe("#3 JP, reported by US officials (official), differs from #1: Hashimoto went in detail through a paper with alternatives.");
        entry.Weight.ShouldBe(ChronicleWeight.AccountsDiffer);
    }

    [Fact]
    public void Says_on_the_older_account_too_that_it_differs() =>
        All(Until(On(27, 23, 0))).Single(known => known.Subject == "#1").Text
            .ShouldBe("#1 US, an official familiar with the call (on record), differs from #3: Very pessimistic after the first session.");

    [Fact]
    public void Tells_a_dispute_by_itself_when_its_update_is_older_than_the_window()
    {
        var talks = Until(On(27, 23, 0));

        var entries = Chronicle.Between(talks, On(27, 19, 0), Late);

        entries.ShouldHaveSingleItem().Weight.ShouldBe(ChronicleWeight.AccountsDiffer);
    }

    [Fact]
    public void Shows_a_planned_session_on_its_own_clock() =>
        All(Until(On(28, 9, 0))).Single(known => known.Subject == "S2").Text
            .ShouldBe("S2 planned: 11:00 Geneva Wed 28 Jun – Kantor and Hashimoto, US mission");

    [Fact]
    public void Tells_a_session_by_the_time_it_was_given_once_that_has_changed() =>
        All(Until(On(28, 9, 0))).Where(known => known.Subject == "S1").Select(known => known.Text).ShouldBe(
        [
            "S1 planned: Tue 27 Jun 1995 10:00 Geneva – Kantor and Hashimoto, US mission",
            "S1 began: 10:05 Geneva Tue 27 Jun – Kantor and Hashimoto, US mission",
            "S1 ended: 11:50 Geneva Tue 27 Jun",
        ]);

    [Fact]
    public void Says_when_a_cancelled_session_was_to_start_and_why_it_will_not()
    {
        var talks = Until(On(28, 9, 0));
        talks.CancelSession(talks.Sessions[1], "the minister flew home", By("Ben", On(28, 9, 0)));

        Last(talks).Text.ShouldBe("S2 cancelled: was to start Wed 28 Jun 1995 11:00 Geneva – the minister flew home");
    }

    [Fact]
    public void Prints_each_sides_words_on_a_sticking_point_and_how_it_turns()
    {
        var talks = Until(On(28, 9, 0));
        talks.WordPoint(talks.Points[0], "US", "quantitative indicators", By("Ben", On(28, 9, 0)));
        talks.TurnPoint(talks.Points[0], PointState.Narrowing, By("Ben", On(28, 9, 0)));
        talks.TurnPoint(talks.Points[0], PointState.Settled, By("Ben", On(28, 9, 0)));

        All(talks).Where(known => known.Subject == "P1").Select(known => known.Text).ShouldBe(
        [
            "Sticking point P1: purchases of US parts",
            "P1 purchases of US parts, in the words of JP: no numerical targets",
            "P1 purchases of US parts, in the words of US: measurable progress",
            "P1 purchases of US parts, in the words of US: quantitative indicators – before: US: measurable progress",
            "P1 narrowing, was open – purchases of US parts",
            "P1 settled, was narrowing – purchases of US parts",
        ]);
    }

    [Fact]
    public void Keeps_an_outcome_that_was_corrected()
    {
        var talks = Until(On(28, 18, 0));
        talks.Conclude(OutcomeKind.Collapsed, "The announcement was wrong.", By("Ben", On(28, 18, 5)));

        Last(talks).Text.ShouldBe("Outcome, collapsed: The announcement was wrong. – recorded before: Both sides announced an agreement; no tariffs. (by Ben)");
    }

    [Fact]
    public void Leaves_out_who_follows_the_talks()
    {
        var talks = Until(On(27, 7, 55));
        talks.RemoveFollow(Follow(talks, Tokyo), By("Ben", On(27, 8, 0)));

        All(talks).ShouldHaveSingleItem().Text.ShouldBe("The desk began to follow these talks (by Anna)");
    }

    [Fact]
    public void Begins_after_the_first_instant_and_ends_with_the_last()
    {
        var talks = Until(Late);

        var entries = Chronicle.Between(talks, On(28, 2, 20), On(28, 2, 25));

        entries.ShouldHaveSingleItem().Subject.ShouldBe("S2");
    }

    [Fact]
    public void Tells_every_kind_of_change_in_a_line_that_names_its_subject() =>
        All(Until(Late)).ShouldAllBe(entry => entry.Text.Contains(entry.Subject, StringComparison.Ordinal) && entry.Text.Length > 10);

    [Fact]
    public void Puts_the_weightiest_first_for_somebody_who_was_away()
    {
        var entries = All(Until(Late)).WeightiestFirst().Select(entry => entry.Subject).Distinct();

        entries.ShouldBe(["", "D1", "S2", "#4", "#3", "#2", "#1", "S1", "P1"]);
    }

    private static IReadOnlyList<ChronicleEntry> All(Negotiation talks) => Chronicle.Between(talks, Instant.MinValue, Late);

    private static ChronicleEntry Last(Negotiation talks) => All(talks)[^1];
}
