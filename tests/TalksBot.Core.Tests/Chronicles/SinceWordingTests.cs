using TalksBot.Core.Chronicles;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Chronicles;

public sealed class SinceWordingTests
{
    private static readonly Instant Morning = On(28, 9, 0);

    [Fact]
    public void Hands_over_a_night_newest_first() =>
        Write([Until(Morning)], On(27, 12, 0), Morning).Text().ShouldBe("""
            5 changes since Tue 27 Jun 1995 06:00 Washington
            US–Japan automotive talks
            20:25 Washington Tue 27 Jun · S2 planned: 11:00 Geneva Wed 28 Jun – Kantor and Hashimoto, US mission
            20:20 Washington Tue 27 Jun · #4 JP, a Japanese official (unnamed source): Negotiators will meet again at 11 a.m. Geneva.
            13:00 Washington Tue 27 Jun · #3 JP, reported by US officials (official), differs from #1: Hashimoto went in detail through a paper with alternatives.
            08:00 Washington Tue 27 Jun · #2 US, a White House aide (unnamed source): The President has set aside time on the 28th for a tough message.
            07:30 Washington Tue 27 Jun · #1 US, an official familiar with the call (on record), differs from #3: Very pessimistic after the first session.
            """);

    [Fact]
    public void Leads_with_the_outcomes_and_moved_deadlines_of_all_talks()
    {
        var (end, moved) = (On(28, 20, 0), Until(Morning));
        moved.MoveDeadline(moved.Deadlines[0], Eastern(30, 23, 59), By("Ben", On(28, 8, 0)));

        Write([moved, Until(end)], On(28, 7, 0), end).Text().ShouldBe("""
            4 changes since Wed 28 Jun 1995 01:00 Washington
            Deadlines and outcomes
            12:00 Washington Wed 28 Jun · US–Japan automotive talks: Outcome, agreed: Both sides announced an agreement; no tariffs. (by Anna)
            12:00 Washington Wed 28 Jun · US–Japan automotive talks: D1 met – 100% tariffs on luxury cars (by Anna)
            02:00 Washington Wed 28 Jun · US–Japan automotive talks: D1 moved: now Fri 30 Jun 1995 23:59 Washington, was Wed 28 Jun 1995 23:59 Washington – 100% tariffs on luxury cars (by Ben)
            US–Japan automotive talks
            05:02 Washington Wed 28 Jun · S2 began: 11:00 Geneva Wed 28 Jun – Kantor and Hashimoto, US mission
            """);
    }

    [Fact]
    public void Says_that_nothing_changed() =>
        Write([Until(Morning)], On(28, 8, 0), Morning).Text().ShouldBe("No change since Wed 28 Jun 1995 02:00 Washington");

    [Fact]
    public void Names_the_talks_in_which_nothing_changed_beside_those_in_which_something_did() =>
        Write([Until(On(28, 20, 0)), Until(Morning)], On(28, 17, 0), On(28, 20, 0)).Text().ShouldEndWith("No change: US–Japan automotive talks");

    [Fact]
    public void Counts_a_single_change_in_the_singular() =>
        Write([Until(Morning)], On(28, 2, 24), Morning).Heading.ShouldBe("1 change since Tue 27 Jun 1995 20:24 Washington");

    [Fact]
    public void A_flash_stands_before_forty_routine_updates_that_came_after_it()
    {
        var talks = Until(On(27, 9, 0));
        Say(talks, "They have agreed.", WirePriority.Bulletin, On(27, 9, 0));
        for (var n = 1; n <= 40; n++)
        {
            Say(talks, $"Word {n}.", WirePriority.Regular, On(27, 9, n));
        }

        var (post, page) = SinceWording.Write([new TalksNews(talks, Chronicle.Between(talks, On(27, 8, 30), On(27, 10, 0)))], 0, 10, On(27, 8, 30), On(27, 10, 0), Washington);

        page.Total.ShouldBe(41);
        PostText.Write(post.Pieces[1]).ShouldEndWith("They have agreed.");
        PostText.Write(post.Pieces[2]).ShouldEndWith("Word 40.");
    }

    private static void Say(Negotiation talks, string text, WirePriority priority, Instant at) =>
        talks.AddUpdate(new UpdateTerms(text, "a US official", Sourcing.Official, "", priority, at), By("Anna", at));

    private static Post Write(IReadOnlyList<Negotiation> talks, Instant from, Instant now) => SinceWording.Write(
        [.. talks.Select(known => new TalksNews(known, Chronicle.Between(known, from, now)))], skipped: 0, size: 10, from, now, Washington).Post;
}
