using TalksBot.Core.Chronicles;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Chronicles;

public sealed class SinceWordingTests
{
    private static readonly Instant Morning = On(28, 9, 0);

    [Fact]
    public void Hands_over_a_night_with_differing_accounts_before_the_rest()
    {
        var post = SinceWording.Write([Until(Morning)], On(27, 12, 0), Morning, Washington);

        post.Text().ShouldBe("""
            5 changes since Tue 27 Jun 1995 06:00 EDT
            Window: Tue 27 Jun 06:00 – Wed 28 Jun 03:00 EDT
            US–Japan automotive talks
            07:30 EDT Tue 27 Jun · #1 US, an official familiar with the call (on record), differs from #3: Very pessimistic after the first session.
            13:00 EDT Tue 27 Jun · #3 JP, reported by US officials (official), differs from #1: Hashimoto went in detail through a paper with alternatives.
            08:00 EDT Tue 27 Jun · #2 US, a White House aide (unnamed source): The President has set aside time on the 28th for a tough message.
            20:20 EDT Tue 27 Jun · #4 JP, a Japanese official (unnamed source): Negotiators will meet again at 11 a.m. Geneva.
            20:25 EDT Tue 27 Jun · S2 planned: 11:00 Geneva Wed 28 Jun · 05:00 EDT Wed 28 Jun · 18:00 Tokyo Wed 28 Jun – Kantor and Hashimoto, US mission
            """);
    }

    [Fact]
    public void Leads_with_the_outcomes_and_moved_deadlines_of_all_talks()
    {
        var (end, moved) = (On(28, 20, 0), Until(Morning));
        moved.MoveDeadline(moved.Deadlines[0], Eastern(30, 23, 59), By("Ben", On(28, 8, 0)));

        var post = SinceWording.Write([moved, Until(end)], On(28, 7, 0), end, Washington);

        post.Text().ShouldBe("""
            4 changes since Wed 28 Jun 1995 01:00 EDT
            Window: Wed 28 Jun 01:00 – 14:00 EDT
            Deadlines and outcomes
            02:00 EDT Wed 28 Jun · US–Japan automotive talks: D1 moved: was Wed 28 Jun 1995 23:59 EDT, now Fri 30 Jun 1995 23:59 EDT – 100% tariffs on luxury cars (by Ben)
            12:00 EDT Wed 28 Jun · US–Japan automotive talks: D1 met – 100% tariffs on luxury cars (by Anna)
            12:00 EDT Wed 28 Jun · US–Japan automotive talks: Outcome, agreed: Both sides announced an agreement; no tariffs. (by Anna)
            US–Japan automotive talks
            05:02 EDT Wed 28 Jun · S2 began: 11:00 Geneva Wed 28 Jun · 05:00 EDT Wed 28 Jun · 18:00 Tokyo Wed 28 Jun – Kantor and Hashimoto, US mission
            """);
    }

    [Fact]
    public void Says_that_nothing_changed()
    {
        var post = SinceWording.Write([Until(Morning)], On(28, 8, 0), Morning, Washington);

        post.Text().ShouldBe("""
            No change since Wed 28 Jun 1995 02:00 EDT
            Window: Wed 28 Jun 02:00 – 03:00 EDT
            No change: US–Japan automotive talks
            """);
    }

    [Fact]
    public void Counts_a_single_change_in_the_singular() =>
        SinceWording.Write([Until(Morning)], On(28, 2, 24), Morning, Washington).Heading.ShouldBe("1 change since Tue 27 Jun 1995 20:24 EDT");
}
