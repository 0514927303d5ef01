using System.Globalization;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Digests;

/// <summary>The daily digest of one follow, on that follow's own clock: what matters most first, bounded, the rest counted. Pure.</summary>
public static class DigestWording
{
    /// <summary>How many missed digests are named one by one; more are counted.</summary>
    private const int NamedMisses = 3;

    private const int MostPassed = 2;
    private const int MostCorrections = 3;
    private const int MostNext = 3;
    private const int MostPoints = 4;

    /// <summary>A digest is read on a phone: so many lines at most, of which the changes take what the rest leaves.</summary>
    private const int Lines = 25;

    private const int MostChangeLines = 8;
    private const int LeastChangeLines = 2;

    /// <summary>Two lines of a phone.</summary>
    private const int Brief = (2 * PhoneLines.Width) - 4;

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
        var since = string.Create(CultureInfo.InvariantCulture, $"/talks since {Math.Ceiling((window.To - window.From).TotalHours):0}h {talks.Slug}");
        var more = $"/talks since span:\"{TimeWording.Full(TimeWording.Minute(window.From), clock)}\" talks:{talks.Slug}";
        var post = new Post(TalksHeading.Of(talks, talks.Status.Words()), talks.Status is TalksStatus.Agreed ? Severity.Good : Severity.Calm, [])
        {
            Label = "Daily digest",
            DueOnClock = TimeWording.ClockTimeShort(window.To, clock),
            Picture = TimelinePicture.Of(talks, clock, now),
            More = more,
        };
        PostPiece[] above =
        [
            .. leading.SelectMany(item => item.Pieces).Where(piece => piece is not PostPiece.Field).Select(Essential),
            .. Missed(window.Missed, clock),
            .. Corrections(talks, entries, since, now, clock),
            .. StatusWording.Outcome(talks, clock, now).Take(1),
        ];
        PostPiece[] below = [.. AccountsWording.Brief(talks).Pieces, .. Next(talks, [.. coming.Except(leading).OrderBy(item => item.IsOverdue)], leading.Count > 0, clock, now), .. StatusWording.BriefPoints(talks, MostPoints)];
        var room = Math.Clamp(Lines - PhoneLines.Of(post) - PhoneLines.Of(above) - PhoneLines.Of(below) - 3, LeastChangeLines, MostChangeLines);
        var covered = $"{TimeWording.NearDay(TimeWording.Minute(window.From), clock, now)} – {TimeWording.NearDay(TimeWording.Minute(window.To), clock, now)} {clock.NameAt(window.To)}";
        var (changes, left) = Changes(talks, [.. entries.Where(entry => !IsBundled(entry, window))], room, now, clock);
        left += window.LeftOut;
        return post with
        {
            Pieces =
            [
                .. above,
                entries.Count == 0 ? new PostPiece.Line($"No change: {covered}") : new PostPiece.Section(Typography.Capital(covered)),
                .. changes,
                .. Bundled(entries.Count(entry => IsBundled(entry, window))),
                .. Rest(left, since),
                .. below,
            ],
            Buttons = left > 0 || Wrong(entries).Count > MostCorrections ? [new PostButton(PostFit.More, more)] : [],
        };
    }

    private static bool IsBundled(ChronicleEntry entry, DigestWindow window) => entry.Weight is ChronicleWeight.Update && window.Bundled.Contains(entry.Subject);

    private static IEnumerable<PostPiece> Bundled(int count) => count == 0 ? [] : [new PostPiece.Line($"{Typography.Capital(Typography.Count(count, "update"))}: see “{BundleWording.Label}”") { Weight = PieceWeight.Essential }];

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

    /// <summary>What is right leads: what was wrong stands struck where it was said.</summary>
    private static IEnumerable<PostPiece> Corrections(Negotiation talks, IReadOnlyList<ChronicleEntry> entries, string since, Instant now, WallClock clock)
    {
        var corrections = Wrong(entries);
        return corrections.Take(MostCorrections)
            .Select(entry => EntryWording.Brief(talks.UpdateNamed(entry.Subject) is { IsPublic: true } right ? entry with { Text = $"{right.Name} corrected, {right.Attribution}: {right.OneLine}" } : entry, Brief, now, clock))
            .Prepend(new PostPiece.Section("Corrections"))
            .Take(corrections.Count == 0 ? 0 : int.MaxValue)
            .Select(Essential)
            .Concat(Rest(corrections.Count - MostCorrections, since));
    }

    private static List<ChronicleEntry> Wrong(IReadOnlyList<ChronicleEntry> entries) =>
        [.. entries.Where(entry => entry.Weight is ChronicleWeight.Correction).WeightiestFirst()];

    /// <summary>Accounts that differ are left to their own section, which quotes them.</summary>
    private static List<ChronicleEntry> Told(IReadOnlyList<ChronicleEntry> entries) =>
        [.. entries.Where(entry => entry.Weight is not (ChronicleWeight.AccountsDiffer or ChronicleWeight.Correction)).BySubject()];

    /// <summary>As many changes as there is room for, the weightiest first, and how many are left.</summary>
    private static (IReadOnlyList<PostPiece> Shown, int Left) Changes(Negotiation talks, IReadOnlyList<ChronicleEntry> entries, int room, Instant now, WallClock clock)
    {
        var told = Told(entries);
        var shown = new List<PostPiece>();
        foreach (var line in told.Select(entry => EntryWording.Brief(Short(talks, entry), Brief, now, clock)))
        {
            room -= PhoneLines.Of([line]);
            if (room < 0)
            {
                break;
            }

            shown.Add(line);
        }

        return (shown, told.Count - shown.Count);
    }

    /// <summary>An update as a digest has room for it: whose it is, then the words.</summary>
    private static ChronicleEntry Short(Negotiation talks, ChronicleEntry entry) => talks.UpdateNamed(entry.Subject) is { IsPublic: true } update
        ? entry with { Text = $"{update.Name}{(update.Side.Length == 0 ? "" : $" {update.Side}")}, {Typography.Shorten(update.Attribution, PhoneLines.Width / 2)}: {update.OneLine}" }
        : entry;

    private static IEnumerable<PostPiece> Next(Negotiation talks, List<Upcoming> others, bool isOther, WallClock clock, Instant now)
    {
        if (others.Count == 0)
        {
            yield return Essential(new PostPiece.Line(isOther ? "Next: nothing else is planned" : "Next: no deadline stands and no session is planned"));
            yield break;
        }

        yield return new PostPiece.Section("Next");
        foreach (var coming in others.Take(MostNext))
        {
            yield return Essential(new PostPiece.Line($"{TimeWording.NearDay(coming.At, clock, now)} · {Typography.Shorten(Upcoming.Words(talks, coming, now), Brief)}"));
        }

        if (others.Count > MostNext)
        {
            yield return new PostPiece.Line($"{Typography.More(others.Count - MostNext)}: /talks next") { Weight = PieceWeight.Essential };
        }
    }

    private static IEnumerable<PostPiece> Rest(int left, string since) =>
        left <= 0 ? [] : [new PostPiece.Line($"{Typography.More(left)}: {since}") { Weight = PieceWeight.Essential }];
}
