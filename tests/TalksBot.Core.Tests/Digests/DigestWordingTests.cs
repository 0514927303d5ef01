using TalksBot.Core.Digests;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using static TalksBot.Core.Tests.FoundingCase;

namespace TalksBot.Core.Tests.Digests;

public sealed class DigestWordingTests
{
    [Fact]
    public void Gives_Tokyo_its_morning_digest_on_its_own_clock()
    {
        var now = On(28, 1, 0);
        var talks = Until(now);

        var post = DigestWording.Write(talks, Follow(talks, Tokyo), new DigestWindow(On(27, 12, 0), now, []), now);

        post.DueOnClock.ShouldBe("08:00 Tokyo");
        post.Text().ShouldBe("""
            Daily digest · US–Japan automotive talks: under way
            D1 100% tariffs on luxury cars – in 1 d 4 h
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            Yesterday 19:00 – today 08:00 Tokyo
            Tue 21:00 · #2 US, a White House aide: The President has set aside time on…
            Accounts differ: #1 and #3
            “Very pessimistic after the first…” – #1 US, an official familiar with…
            “Hashimoto went in detail through a…” – #3 JP, reported by US officials
            Next: nothing else is planned
            Sticking points
            P1 purchases of US parts – open
            """);
    }

    [Fact]
    public void Gives_Washington_its_morning_digest_with_the_outcome_first()
    {
        var now = On(29, 14, 0);
        var talks = Until(now);

        var post = DigestWording.Write(talks, Follow(talks, Washington), new DigestWindow(On(28, 14, 0), now, []), now);

        post.Severity.ShouldBe(Severity.Good);
        post.Text().ShouldStartWith("""
            Daily digest · US–Japan automotive talks: agreed
            AGREED: Both sides announced an agreement; no tariffs.
            Yesterday 08:00 – today 08:00 Washington
            Wed 12:00 · Outcome, agreed: Both sides announced an agreement; no…
            Wed 12:00 · D1 met – 100% tariffs on luxury cars (by Anna)
            Accounts differ: #1 and #3
            """);
    }

    [Fact]
    public void Says_that_nothing_changed() =>
        Digest(new DigestWindow(On(27, 8, 30), On(27, 9, 0), [])).ShouldBe("""
            Daily digest · US–Japan automotive talks: scheduled
            D1 100% tariffs on luxury cars – in 1 d 20 h
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            No change: today 02:30 – today 03:00 Washington
            Next
            today 04:00 · S1 – Kantor and Hashimoto, US mission
            Sticking points
            P1 purchases of US parts – open
            """);

    [Fact]
    public void Names_the_missed_digest_that_it_covers() =>
        Digest(new DigestWindow(On(25, 14, 0), On(27, 9, 0), [On(26, 14, 0)]))
            .ShouldContain("\nMISSED: no digest came on Mon 26 Jun 1995 08:00 Washington; this one covers it.\n");

    [Fact]
    public void Counts_the_missed_digests_when_there_are_many() =>
        Digest(new DigestWindow(On(22, 14, 0), On(27, 14, 0), [On(23, 14, 0), On(24, 14, 0), On(25, 14, 0), On(26, 14, 0)]))
            .ShouldContain("\nMISSED: 4 digests, from Fri 23 Jun 1995 08:00 Washington to Mon 26 Jun 1995 08:00 Washington; this one covers them.\n");

    [Fact]
    public void Tells_what_comes_next_on_the_channels_own_clock()
    {
        var now = On(28, 9, 0);
        var talks = Until(now);
        var london = new WallClock("", DateTimeZoneProviders.Tzdb["Europe/London"]);

        var post = DigestWording.Write(talks, Follow(talks, london), new DigestWindow(On(27, 9, 0), now, []), now);

        post.Text().ShouldContain("12:59 Tokyo Thu 29 Jun (+1) · 04:59 London Thu 29 Jun (+1)\n");
        post.Text().ShouldContain("\ntoday 10:00 · S2 – Kantor and Hashimoto, US mission\n");
    }

    [Fact]
    public void Keeps_the_approved_flash_and_what_comes_next_among_forty_updates()
    {
        var talks = Until(On(27, 8, 0));
        for (var n = 1; n <= 3; n++)
        {
            talks.AddSession(new SessionTerms(There(On(28, 10 + n, 0)), EndsAt: null, "", $"round {n}"), By("Anna", On(27, 8, 0)));
        }

        Say(talks, "They have agreed.", WirePriority.Bulletin, On(27, 9, 0));
        for (var n = 1; n <= 40; n++)
        {
            Say(talks, $"Word {n}.", WirePriority.Regular, On(27, 9, n));
        }

        var post = DigestWording.Write(talks, Follow(talks, Washington), new DigestWindow(On(27, 8, 30), On(27, 14, 0), []), On(27, 14, 0));
        var lines = post.Text().Split('\n');

        var since = Array.IndexOf(lines, "Today 02:30 – today 08:00 Washington");
        lines[since + 1].ShouldEndWith("They have agreed.");
        lines[since + 2].ShouldEndWith("Word 40.");
        lines.ShouldContain(line => line.StartsWith("and ", StringComparison.Ordinal) && line.EndsWith(" more: /talks since 6h us-japan-autos", StringComparison.Ordinal));
        lines.Skip(Array.IndexOf(lines, "Next")).ShouldContain(line => line.Contains("round 3", StringComparison.Ordinal));
        PhoneLines.Of(post).ShouldBeLessThanOrEqualTo(25);
        post.Buttons.ShouldHaveSingleItem().Label.ShouldBe("More");
    }

    private static void Say(Negotiation talks, string text, WirePriority priority, Instant at) =>
        talks.AddUpdate(new UpdateTerms(text, "a US official", Sourcing.Official, "", priority, at), By("Anna", at));

    private static string Digest(DigestWindow window)
    {
        var talks = Until(On(27, 9, 0));
        return DigestWording.Write(talks, Follow(talks, Washington), window, On(27, 9, 0)).Text();
    }
}
