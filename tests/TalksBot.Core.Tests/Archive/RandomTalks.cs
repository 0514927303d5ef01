using CsCheck;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Archive;

/// <summary>Talks to which people did anything in any order; what the record refuses has simply not happened.</summary>
internal static class RandomTalks
{
    private static readonly DateTimeZone[] Zones =
        [Given.Geneva, Given.Washington, DateTimeZoneProviders.Tzdb["Asia/Tokyo"], DateTimeZoneProviders.Tzdb["Asia/Kathmandu"], DateTimeZone.Utc];

    private static readonly string[] Words = ["close", "far \"apart\"", "narrowing", "a: b; c, d", "met: soon", "\\", "חדשות", "🙂", "open"];

    /// <summary>What updates say; they alone have lines.</summary>
    private static readonly string[] Texts = [.. Words, "close.\n\nfar: \"apart\"\n- open", "close.\nnarrowing"];

    private const int Conclusion = 17;

    private const int Last = 22;

    private static readonly string[] People = ["an editor", "a reporter"];

    /// <summary>Each act is which of them, what about, and how many minutes after the one before.</summary>
    public static Gen<Negotiation> Gen { get; } = CsCheck.Gen.Select(CsCheck.Gen.Int[0, Last], CsCheck.Gen.Int[0, 999], CsCheck.Gen.Int[0, 90])
        .List[0, 60]
        .Select(acts =>
        {
            var talks = Given.Opened();
            var minutes = 0;
            foreach (var (act, choice, pause) in acts)
            {
                // Everything may happen at one instant but a conclusion: a deadline met by hand at the very same tick by the
                // same person cannot be told from one that the agreement met.
                minutes += act == Conclusion ? pause + 1 : pause % 3 == 0 ? 0 : pause;
                Act(talks, act, choice, minutes);
            }

            return talks;
        });

    private static void Act(Negotiation talks, int act, int choice, int minutes)
    {
        var stamp = Given.Stamp(minutes, Pick(People, choice));
        var time = Given.Time(minutes + (choice * 7) - 500, Pick(Zones, choice));
        if (act < 10)
        {
            ActOnTimes(talks, act, time, Pick(Words, choice), stamp);
        }
        else if (act <= Conclusion)
        {
            ActOnWords(talks, act, choice, stamp);
        }
        else
        {
            Edit(talks, act, choice, stamp);
        }
    }

    private static void Edit(Negotiation talks, int act, int choice, Stamp stamp)
    {
        var words = choice % 3 == 0 ? "" : Pick(Words, choice);
        _ = act switch
        {
            18 => On(talks.Deadlines, choice, deadline => talks.SetDeadline(deadline, new DeadlineWords(Pick(Words, choice), words, choice % 2 == 0 ? deadline.Consequence : words, words), stamp)),
            19 => On(talks.Sessions, choice, session => talks.SetSession(session, new SessionWords(words, choice % 2 == 0 ? session.Who : words, End(session, choice)), stamp)),
            20 => talks.Set(Terms(talks, choice, words), stamp),
            21 => talks.Reopen(stamp),
            _ => On(talks.Updates, choice, update => talks.CorrectUpdate(update, Pick(Texts, choice), update.Attribution, stamp, Link(choice / 3))),
        };
    }

    private static CivilTime? End(Session session, int choice) => (choice % 3) switch
    {
        0 => session.EndsAt,
        1 => null,
        _ => session.StartsAt.Plus(Duration.FromMinutes(choice + 1)),
    };

    private static TalksTerms Terms(Negotiation talks, int choice, string words) => talks.Terms with
    {
        Title = choice % 2 == 0 ? talks.Title : Pick(Words, choice),
        Venue = words,
        Parties = [.. talks.Parties.Select((party, place) => (choice + place) % 4 == 0 ? party with { Principals = [] } : (choice + place) % 3 == 0 ? party with { Name = "another name" } : party)],
        Zone = Pick(Zones, choice),
        Clocks = choice % 5 == 0 ? [new WallClock("", Given.Geneva)] : talks.Clocks,
    };

    private static void ActOnTimes(Negotiation talks, int act, CivilTime time, string words, Stamp stamp)
    {
        var index = time.Local.Minute;
        _ = act switch
        {
            0 => talks.AddDeadline(new DeadlineTerms(words, time, words, words, words), stamp).Refusal,
            1 => On(talks.Deadlines, index, deadline => talks.MoveDeadline(deadline, time, stamp, index % 3 == 0 ? words : "", index % 4 == 0 ? words : "")),
            2 => On(talks.Deadlines, index, deadline => talks.MeetDeadline(deadline, index % 2 == 0 ? "" : words, stamp)),
            3 => On(talks.Deadlines, index, deadline => talks.WithdrawDeadline(deadline, index % 2 == 0 ? "" : words, stamp)),
            4 => talks.AddSession(new SessionTerms(time, index % 2 == 0 ? null : time.Plus(Duration.FromHours(2)), words, words), stamp).Refusal,
            5 => On(talks.Sessions, index, session => talks.MoveSession(session, time, stamp, index % 2 == 0 ? null : time.Plus(Duration.FromHours(1)), index % 3 == 0 ? words : "")),
            6 or 7 => On(talks.Sessions, index, session => talks.StartSession(session, time, stamp)),
            8 => On(talks.Sessions, index, session => talks.EndSession(session, time, stamp)),
            _ => On(talks.Sessions, index, session => talks.CancelSession(session, words, stamp)),
        };
    }

    private static Uri? Link(int choice) => choice % 4 == 0 ? new Uri($"https://example.org/{choice % 7}?a=b") : null;

    private static void ActOnWords(Negotiation talks, int act, int choice, Stamp stamp)
    {
        var (words, side) = (Pick(Words, choice), choice % 3 == 0 ? "PORT" : "UNION");
        _ = act switch
        {
            10 => talks.AddUpdate(new UpdateTerms(Pick(Texts, choice), "a port manager", Pick(Enum.GetValues<Sourcing>(), choice), side, (WirePriority)(2 + (choice % 4)), stamp.At) { Link = Link(choice) }, stamp).Refusal,
            11 => On(talks.Updates, choice, update => talks.Dispute(update, talks.Updates[choice / 9 % talks.Updates.Count], stamp)),
            12 => talks.AddPoint(words, stamp).Refusal,
            13 => On(talks.Points, choice, point => talks.WordPoint(point, side, words, stamp)),
            14 => On(talks.Points, choice, point => talks.TurnPoint(point, Pick(Enum.GetValues<PointState>(), choice / 9), stamp)),
            15 => choice % 2 == 0 ? talks.Suspend(stamp) : talks.Resume(stamp),
            16 => Follow(talks, choice, stamp),
            _ => choice % 20 == 0 ? talks.Close(stamp) : talks.Conclude(Pick(Enum.GetValues<OutcomeKind>(), choice / 20), words, stamp),
        };
    }

    private static string? Follow(Negotiation talks, int choice, Stamp stamp)
    {
        var channel = Given.Channel($"terminal:{choice % 3}");
        var settings = Given.Settings("12h, 90m, 0", choice % 2 == 0 ? null : new LocalTime(choice % 24, 5), choice % 5 == 0 ? "@you, all" : null);
        var known = talks.Follows.FirstOrDefault(follow => follow.Channel == channel);
        if (known is null || !known.IsListening || talks.Status is TalksStatus.Closed)
        {
            return talks.AddFollow(channel, settings, stamp).Refusal;
        }

        if (choice % 4 == 0)
        {
            talks.RemoveFollow(known, stamp);
            return null;
        }

        talks.SetFollow(known, settings, stamp);
        return null;
    }

    private static string? On<T>(IReadOnlyList<T> things, int choice, Func<T, string?> act) => things.Count == 0 ? null : act(things[choice % things.Count]);

    private static T Pick<T>(IReadOnlyList<T> things, int choice) => things[choice % things.Count];
}
