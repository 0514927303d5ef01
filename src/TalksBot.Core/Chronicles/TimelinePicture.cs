using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Pictures;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>The talks in time as a picture: a row for each deadline and session, and one for the updates, by number alone. Pure.</summary>
public static class TimelinePicture
{
    private const int MostRows = 12;
    private const int LongestLabel = 34;
    /// <summary>No session lasts longer: nobody has said that it ended.</summary>
    private static readonly Duration LongestSession = Duration.FromDays(1);

    private static readonly Duration ShortestSpan = Duration.FromHours(2);

    /// <summary>Talks that have rested for longer are shown without the present, which would leave them no room.</summary>
    private static readonly Duration LongestSilence = Duration.FromDays(3);

    /// <summary>The picture; null where there is nothing to show yet.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="clock">The clock that its axis shows.</param>
    /// <param name="now">The moment of writing.</param>
    public static Picture? Of(Negotiation talks, WallClock clock, Instant now)
    {
        var subjects = Subjects(talks, now);
        var updates = Updates(talks);
        if (subjects.Count == 0 && updates is null)
        {
            return null;
        }

        // The last that came or are to come are worth a row more than the first.
        PictureRow[] rows = [.. subjects.TakeLast(MostRows), .. updates is null ? Array.Empty<PictureRow>() : [updates]];
        var axis = Axis([.. rows.SelectMany(row => row.Marks)], clock, now);
        var hidden = subjects.Count > MostRows ? string.Create(CultureInfo.InvariantCulture, $", {subjects.Count - MostRows} earlier rows left out") : "";
        return new Picture($"{Short(talks.Title, 80)} · times in {clock.NameAt(now)}{hidden}", rows, axis, AltText(talks, clock, now));
    }

    private static List<PictureRow> Subjects(Negotiation talks, Instant now) =>
    [
        .. talks.Deadlines.Where(deadline => deadline.State is not DeadlineState.Withdrawn).Select(deadline => Row(talks, deadline, Next(talks, now), now))
            .Concat(talks.Sessions.Where(session => session.State is not SessionState.Cancelled).Select(session => Row(session, now)))
            .OrderBy(row => row.Marks[^1].From),
    ];

    private static Deadline? Next(Negotiation talks, Instant now) => talks.Deadlines
        .Where(deadline => KindOf(deadline) is PictureMarkKind.Deadline && deadline.At.ToInstant() > now)
        .MinBy(deadline => deadline.At.ToInstant());

    private static PictureRow Row(Negotiation talks, Deadline deadline, Deadline? next, Instant now) => new(
        Short($"{deadline.Name} {deadline.Label}", LongestLabel),
        [
            .. talks.ChangesThatHold.Where(change => change.Subject == deadline.Name && change.Verb is ChangeVerb.Moved)
                .Select(Earlier).OfType<CivilTime>()
                .Select(earlier => PictureMark.At(PictureMarkKind.MovedFrom, earlier.ToInstant())),
            Fall(deadline, deadline == next, now),
        ]);

    /// <summary>When it falls; of the next one also how much time is left.</summary>
    private static PictureMark Fall(Deadline deadline, bool isNext, Instant now)
    {
        var at = deadline.At.ToInstant();
        var clock = TimeWording.ClockTimeShort(at, new("", deadline.At.Zone));
        return isNext
            ? PictureMark.At(PictureMarkKind.NextDeadline, at, $"{clock} · {TimeWording.Span(at - now)} left")
            : PictureMark.At(KindOf(deadline), at, clock);
    }

    private static CivilTime? Earlier(Change moved) => moved.Before is ChangeValue.Moment earlier ? earlier.At : null;

    private static PictureMarkKind KindOf(Deadline deadline) => deadline.State switch
    {
        DeadlineState.Met => PictureMarkKind.Met,
        DeadlineState.Lapsed or DeadlineState.PassedUnknown => PictureMarkKind.Passed,
        _ => PictureMarkKind.Deadline,
    };

    private static PictureRow Row(Session session, Instant now)
    {
        var start = session.StartsAt.ToInstant();
        var end = session.State is SessionState.UnderWay ? Instant.Min(now, start + LongestSession) : session.EndsAt?.ToInstant() ?? start;
        var kind = session.State is SessionState.Planned ? PictureMarkKind.PlannedSession : PictureMarkKind.Session;
        return new PictureRow(Short($"{session.Name} {session.Who}", LongestLabel), [new PictureMark(kind, start, Instant.Max(start, end))]);
    }

    private static PictureRow? Updates(Negotiation talks)
    {
        PictureMark[] marks =
        [
            .. talks.Published.OrderBy(update => update.HeardAt).Select(update => PictureMark.At(
                update.Revisions.Count > 0 ? PictureMarkKind.CorrectedAccount : PictureMarkKind.Account, update.HeardAt, update.Name)),
        ];
        return marks.Length == 0 ? null : new PictureRow("Updates", marks);
    }

    private static PictureAxis Axis(IReadOnlyList<PictureMark> marks, WallClock clock, Instant now)
    {
        var (from, to) = (marks.Min(mark => mark.From), marks.Max(mark => mark.To));
        var isPresent = now - to <= Duration.Max(to - from, LongestSilence);
        if (isPresent)
        {
            (from, to) = (Instant.Min(now, from), Instant.Max(now, to));
        }

        var missing = Duration.Max(Duration.Zero, ShortestSpan - (to - from));
        (from, to) = (from - (missing / 2), to + (missing / 2));
        var edge = (to - from) / 25;
        (from, to) = (from - edge, to + (edge * 2));
        return new PictureAxis(
            from, to, isPresent ? new PictureTick(now, $"now {TimeWording.ClockTimeShort(now, clock)}") : null, [.. TimeAxis.Ticks(from, to, clock).Select(tick => new PictureTick(tick.At, tick.Name))]);
    }

    /// <summary>Every deadline and session in words, as long as there is room.</summary>
    private static string AltText(Negotiation talks, WallClock clock, Instant now)
    {
        var said = new List<string> { $"Timeline of {talks.Title}, drawn {TimeWording.Full(now, clock)}." };
        said.AddRange(talks.Deadlines.Where(deadline => deadline.State is not DeadlineState.Withdrawn).OrderBy(deadline => deadline.At.ToInstant())
            .Select(deadline => $"{deadline.Name} {deadline.Label}: {TimeWording.Full(deadline.At)}, {deadline.State.Words()}."));
        said.AddRange(talks.Sessions.OrderBy(session => session.StartsAt.ToInstant())
            .Select(session => $"{session.Name}: {TimeWording.Full(session.StartsAt)}, {session.State.Words()}."));
        if (talks.PublishedCount > 0)
        {
            said.Add($"{Typography.Count(talks.PublishedCount, "update")}.");
        }

        return Short(string.Join(' ', said), Picture.LongestAltText);
    }

    private static string Short(string text, int most)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= most ? trimmed : $"{trimmed[..Cut(trimmed, most - 1)].TrimEnd()}…";
    }

    private static int Cut(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
