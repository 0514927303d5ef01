using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests;

/// <summary>The founding case as a desk would have written it down, up to any moment of it.</summary>
internal static class FoundingCase
{
    public static readonly WallClock Washington = Clock("America/New_York");
    public static readonly WallClock Geneva = Clock("Europe/Zurich");
    public static readonly WallClock Tokyo = Clock("Asia/Tokyo");

    private static readonly IReadOnlyList<(Instant At, Action<Negotiation, Stamp> Do)> Story =
    [
        (On(27, 8, 5), (talks, stamp) => Plan(talks, stamp, On(27, 10, 0), "Kantor and Hashimoto")),
        (On(27, 8, 10), NamePoints),
        (On(27, 10, 10), (talks, stamp) => talks.StartSession(talks.Sessions[0], There(On(27, 10, 5)), stamp)),
        (On(27, 12, 0), (talks, stamp) => talks.EndSession(talks.Sessions[0], There(On(27, 11, 50)), stamp)),
        (On(27, 13, 30), (talks, stamp) => Say(talks, stamp, "US", "Very pessimistic after the first session.", "an official familiar with the call", Sourcing.OnRecord)),
        (On(27, 14, 0), (talks, stamp) => Say(talks, stamp, "US", "The President has set aside time on the 28th for a tough message.", "a White House aide", Sourcing.Unnamed)),
        (On(27, 19, 0), (talks, stamp) => Say(talks, stamp, "JP", "Hashimoto went in detail through a paper with alternatives.", "reported by US officials", Sourcing.Official)),
        (On(27, 19, 1), (talks, stamp) => talks.Dispute(talks.Updates[2], talks.Updates[0], stamp)),
        (On(28, 2, 20), (talks, stamp) => Say(talks, stamp, "JP", "Negotiators will meet again at 11 a.m. Geneva.", "a Japanese official", Sourcing.Unnamed)),
        (On(28, 2, 25), (talks, stamp) => Plan(talks, stamp, On(28, 11, 0), "Kantor and Hashimoto")),
        (On(28, 11, 2), (talks, stamp) => talks.StartSession(talks.Sessions[1], There(On(28, 11, 0)), stamp)),
        (On(28, 18, 0), (talks, stamp) => talks.Conclude(OutcomeKind.Agreed, "Both sides announced an agreement; no tariffs.", stamp)),
    ];

    /// <summary>The talks as recorded until then.</summary>
    public static Negotiation Until(Instant now, string title = "US–Japan automotive talks", string label = "100% tariffs on luxury cars")
    {
        var talks = new Negotiation(
            new TalksTerms(
                "us-japan-autos",
                title,
                [new Party("US", "United States", ["Mickey Kantor"]), new Party("JP", "Japan", ["Ryutaro Hashimoto"])],
                "Geneva",
                Geneva.Zone,
                [Washington, Geneva, Tokyo]),
            By("Anna", On(27, 7, 55)));
        if (now >= On(27, 8, 0))
        {
            talks.AddDeadline(new DeadlineTerms(label, Eastern(28, 23, 59), "11:59 EDT tonight", "Japanese luxury cars leave the US market", "the Clinton administration"), By("Anna", On(27, 8, 0)));
        }

        foreach (var (at, step) in Story.Where(step => step.At <= now))
        {
            step(talks, By("Anna", at));
        }

        return talks;
    }

    /// <summary>A moment of June 1995 by the clocks of Geneva.</summary>
    public static Instant On(int day, int hour, int minute) =>
        new LocalDateTime(1995, 6, day, hour, minute).InZoneStrictly(Geneva.Zone).ToInstant();

    public static Stamp By(string person, Instant at) => new(at, person, "terminal:desk");

    public static CivilTime Eastern(int day, int hour, int minute) =>
        CivilTime.At(new LocalDateTime(1995, 6, day, hour, minute).InZoneStrictly(Washington.Zone).ToInstant(), Washington.Zone);

    /// <summary>A channel that follows by that clock, with a digest at 08:00.</summary>
    public static Follow Follow(Negotiation talks, WallClock clock)
    {
        var channel = ChannelAddress.TryParse("terminal:desk", out var address) ? address : throw new InvalidOperationException();
        var settings = new FollowSettings(clock, new LocalTime(8, 0), Ladder.Default, WirePriority.Regular, Mention: null);
        return talks.AddFollow(channel, settings, By("Anna", On(27, 7, 56))).Follow!;
    }

    /// <summary>The post as a terminal would show it, in one text.</summary>
    public static string Text(this Post post) => PostText.Write(post);

    private static WallClock Clock(string zone) => new("", DateTimeZoneProviders.Tzdb[zone]);

    public static CivilTime There(Instant at) => CivilTime.At(at, Geneva.Zone);

    private static void Plan(Negotiation talks, Stamp stamp, Instant start, string who) =>
        talks.AddSession(new SessionTerms(There(start), EndsAt: null, "US mission", who), stamp);

    private static void NamePoints(Negotiation talks, Stamp stamp)
    {
        var point = talks.AddPoint("purchases of US parts", stamp).Point!;
        talks.WordPoint(point, "JP", "no numerical targets", stamp);
        talks.WordPoint(point, "US", "measurable progress", stamp);
    }

    private static void Say(Negotiation talks, Stamp stamp, string side, string text, string attribution, Sourcing sourcing) =>
        talks.AddUpdate(new UpdateTerms(text, attribution, sourcing, side, WirePriority.Regular, stamp.At), stamp);
}
