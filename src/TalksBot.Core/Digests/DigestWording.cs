using TalksBot.Core.Chronicles;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Digests;

/// <summary>The daily digest of one follow, on that follow's own clock: what matters most first, bounded, the rest counted. Pure.</summary>
public static class DigestWording
{
    /// <summary>How many missed digests are named one by one; more are counted.</summary>
    private const int NamedMisses = 3;

    private const int MostPassed = 2;
    private const int MostCorrections = 5;
    private const int MostChanges = 8;
    private const int MostNext = 3;
    private const int MostPoints = 6;

    /// <summary>The next deadline, the corrections, the outcome, the changes, the accounts that differ, what else comes next, the sticking points not settled.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="follow">The channel it is for.</param>
    /// <param name="window">What it covers.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Negotiation talks, Follow follow, DigestWindow window, Instant now) =>
        Write(talks, follow.Settings.Clock, window, now);

    /// <summary>The same for a channel of which only the clock is known.</summary>
    public static Post Write(Negotiation talks, WallClock clock, DigestWindow window, Instant now)
    {
        var entries = Chronicle.Between(talks, window.From, window.To);
        var coming = Upcoming.Of(talks, now, clock).ToList();
        var leading = Leading(coming, now);
        var since = TimeWording.Full(TimeWording.Minute(window.From), clock);
        var more = $"/talks since span:\"{since}\" talks:{talks.Slug}";
        return new(
            $"Daily digest: {talks.Title}",
            talks.Status is TalksStatus.Agreed ? Severity.Good : Severity.Calm,
            [
                .. leading.SelectMany(item => item.Pieces).Select(Essential),
                new PostPiece.Line($"Covers {TimeWording.Window(TimeWording.Minute(window.From), TimeWording.Minute(window.To), clock, now)}") { Weight = PieceWeight.Essential },
                .. Missed(window.Missed, clock),
                .. Corrections(entries, more, now, clock),
                new PostPiece.Field("Talks", talks.Status.Words()),
                .. StatusWording.Outcome(talks, now),
                .. Changes(entries, window.LeftOut, since, more, now, clock),
                .. AccountsWording.Of(talks, clock, now).Pieces,
                .. Next([.. coming.Except(leading)], leading.Count > 0),
                .. StatusWording.Points(talks, MostPoints),
            ])
        {
            DueOnClock = TimeWording.ClockTimeShort(window.To, clock),
            Picture = TimelinePicture.Of(talks, clock, now),
            Buttons = IsCut(entries) || window.LeftOut > 0 ? [new PostButton(PostFit.More, more)] : [],
            More = more,
        };
    }

    private static PostPiece Essential(PostPiece piece) => piece with { Weight = PieceWeight.Essential };

    /// <summary>What the digest opens with: the deadlines that passed and want an outcome, and the next one to come.</summary>
    private static List<Upcoming> Leading(List<Upcoming> coming, Instant now)
    {
        var deadlines = coming.Where(item => item.Name.StartsWith('D')).ToList();
        return [.. deadlines.Where(item => item.At <= now).TakeLast(MostPassed), .. deadlines.Where(item => item.At > now).Take(1)];
    }

    private static IEnumerable<PostPiece> Missed(IReadOnlyList<Instant> missed, WallClock clock)
    {
        if (missed.Count == 0)
        {
            yield break;
        }

        var times = missed.Select(due => TimeWording.Full(due, clock)).ToList();
        yield return new PostPiece.Line(missed.Count <= NamedMisses
            ? $"MISSED: no digest came on {Typography.And(times)}; this one covers {(missed.Count == 1 ? "it" : "them")}."
            : $"MISSED: {Typography.Count(missed.Count, "digest")}, from {times[0]} to {times[^1]}; this one covers them.");
    }

    private static IEnumerable<PostPiece> Corrections(IReadOnlyList<ChronicleEntry> entries, string more, Instant now, WallClock clock)
    {
        var corrections = Wrong(entries);
        return EntryWording.Section("Corrections", corrections.Take(MostCorrections), now, clock).Select(Essential).Concat(Rest(corrections.Count - MostCorrections, more));
    }

    private static bool IsCut(IReadOnlyList<ChronicleEntry> entries) => Wrong(entries).Count > MostCorrections || Told(entries).Count > MostChanges;

    private static List<ChronicleEntry> Wrong(IReadOnlyList<ChronicleEntry> entries) =>
        [.. entries.Where(entry => entry.Weight is ChronicleWeight.Correction).WeightiestFirst()];

    /// <summary>Accounts that differ are left to their own section, which quotes them.</summary>
    private static List<ChronicleEntry> Told(IReadOnlyList<ChronicleEntry> entries) =>
        [.. entries.Where(entry => entry.Weight is not (ChronicleWeight.AccountsDiffer or ChronicleWeight.Correction)).BySubject()];

    private static IEnumerable<PostPiece> Changes(IReadOnlyList<ChronicleEntry> entries, int leftOut, string since, string more, Instant now, WallClock clock)
    {
        if (entries.Count == 0)
        {
            return [new PostPiece.Line($"No change since {since}.")];
        }

        var told = Told(entries);
        return EntryWording.Section("Changes", told.Take(MostChanges), now, clock).Concat(Rest(Math.Max(0, told.Count - MostChanges) + leftOut, more));
    }

    private static IEnumerable<PostPiece> Next(List<Upcoming> others, bool isOther)
    {
        yield return new PostPiece.Section("Next");
        foreach (var piece in others.Take(MostNext).SelectMany(coming => coming.Pieces).DefaultIfEmpty(
            new PostPiece.Line(isOther ? "Nothing else is planned." : "No deadline stands and no session is planned.")))
        {
            yield return Essential(piece);
        }

        if (others.Count > MostNext)
        {
            yield return new PostPiece.Line($"{Typography.More(others.Count - MostNext)}: /talks next") { Weight = PieceWeight.Essential };
        }
    }

    private static IEnumerable<PostPiece> Rest(int left, string more) =>
        left <= 0 ? [] : [new PostPiece.Line($"{Typography.More(left)}: {more}") { Weight = PieceWeight.Essential }];
}
