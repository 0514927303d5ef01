using TalksBot.Core.Commands;
using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars.Reading;

/// <summary>Reads what has one name in a calendar: an event, or one that repeats with what takes the place of some of its repeats.</summary>
internal sealed class SeriesReader(WhenReader whens, CalendarEffort effort, Findings found)
{
    /// <summary>A rule by the day since 1900 has no more.</summary>
    private const int MostSteps = 200_000;

    /// <summary>Reads it.</summary>
    public void Read(IReadOnlyList<CalendarEvent> events)
    {
        found.Names.Add(events[0].Series);
        var readable = new List<CalendarEvent>();
        foreach (var known in events)
        {
            if (known.Fault is { } fault)
            {
                found.Ask(known, fault.Doubt, fault.Detail);
            }
            else
            {
                readable.Add(known);
            }
        }

        var places = Latest(readable.Where(known => known.InPlaceOf is not null), known => known.InPlaceOf!).ToList();
        var wholes = Newest([.. readable.Where(known => known.InPlaceOf is null)]);
        if (wholes is [{ Repeats: true } series])
        {
            ReadSeries(series, places);
            return;
        }

        foreach (var known in wholes.Concat(places))
        {
            if (known.Repeats || IsForMany(known))
            {
                found.Ask(known, CalendarDoubt.Repeats);
            }
            else
            {
                ReadOne(known);
            }
        }
    }

    /// <summary>It takes the place of one repeat and of all that come after.</summary>
    private static bool IsForMany(CalendarEvent known) => known.InPlaceOf is { } place && place["RANGE"].Length > 0;

    /// <summary>Of several editions for one time the newest.</summary>
    private static IEnumerable<CalendarEvent> Latest(IEnumerable<CalendarEvent> events, Func<CalendarEvent, ContentLine> time) =>
        events.GroupBy(known => $"{time(known)["TZID"]}:{time(known)["RANGE"]}:{time(known).Value}").Select(same => same.OrderBy(known => known.Sequence).ThenBy(known => known.Modified).Last());

    /// <summary>Of several editions the newest; several that are no editions of one another have each a name of their own.</summary>
    private List<CalendarEvent> Newest(List<CalendarEvent> wholes)
    {
        var apart = Latest(wholes, known => known.Start!).ToList();
        var most = apart.Select(known => known.Sequence).DefaultIfEmpty().Max();
        var newest = apart.Where(known => known.Sequence == most).ToList();
        foreach (var known in newest.Skip(1))
        {
            known.StandsApart();
            found.Names.Add(known.Series);
        }

        return newest;
    }

    private void ReadOne(CalendarEvent known)
    {
        var was = known.InPlaceOf is not null && WhenReader.Read(known.Start!, known.Start!.Value) is { } start ? whens.ReplacedBy(known, start) : null;
        if (Item(known, was is { } at ? Key(known, at) : known.Series) is { } item)
        {
            found.Items.Add(item);
        }
    }

    private static string Key(CalendarEvent known, Instant at) => $"{known.Series}/{CalendarStamp.Utc(at)}";

    private CalendarItem? Item(CalendarEvent known, string key)
    {
        if (WhenReader.Read(known.Start!, known.Start!.Value) is not { } start)
        {
            found.Ask(known, CalendarDoubt.Broken, $"its time reads “{Echo.Of(known.Start.Value)}”");
            return null;
        }

        var (time, doubt) = whens.Resolve(start);
        if (time is null)
        {
            found.Ask(known, doubt, start.Zone);
            return null;
        }

        if (!whens.TryEnd(known, start, time, out var end))
        {
            found.Ask(known, CalendarDoubt.Broken, "its end cannot be read, or comes before its start");
            return null;
        }

        return new CalendarItem(key, time, known.Title)
        {
            Until = end,
            Place = known.Place,
            Sequence = known.Sequence,
            Modified = known.Modified,
            IsCancelled = known.IsCancelled,
            IsDeadline = known.IsDeadline,
        };
    }

    private void ReadSeries(CalendarEvent series, List<CalendarEvent> places)
    {
        if (Item(series, series.Series) is not { } first || WhenReader.Read(series.Start!, series.Start!.Value) is not { } start)
        {
            return;
        }

        var rule = series.Find("RRULE") is { } said ? CalendarRule.Read(said.Value) : null;
        var rest = new Exceptions(whens, effort, series, start, places);
        if (series.All("EXRULE").Any() || series.All("RRULE").Skip(1).Any() || (series.Find("RRULE") is not null && rule is null) || !rest.AreUnderstood
            || (rule is not null && IsDoubtful(rule, start, first.At, rest)))
        {
            found.Ask(series, CalendarDoubt.Repeats, series.Find("RRULE")?.Value.Trim() ?? "");
            return;
        }

        var (coming, doubt) = Coming(rule, start, rest);
        if (effort.IsSpent)
        {
            found.Ask(series, CalendarDoubt.Repeats, series.Find("RRULE")?.Value.Trim() ?? "");
            return;
        }

        var length = first.Until?.ToInstant() - first.At.ToInstant();
        var items = coming.Select(at => first with { Key = Key(series, at.ToInstant()), At = at, Until = length is { } lasts ? at.Plus(lasts) : null }).ToList();
        items.AddRange(places
            .Select(place => (Place: place, Was: rest.Was(place))).Where(pair => pair.Was is not null)
            .Select(pair => Item(pair.Place, Key(series, pair.Was!.Value))).OfType<CalendarItem>().Where(item => IsComing(item.At.ToInstant())));
        if (doubt is { } why)
        {
            found.Ask(series, why, start.Zone);
        }
        else if (items.Count == 0)
        {
            found.Ask(series, CalendarDoubt.Over);
        }

        found.Repeats.AddRange(items.OrderBy(item => item.At.ToInstant()).Take(CalendarReader.MostRepeats + 1));
    }

    /// <summary>A start that is none of its own repeats may count as one, or not (§3.8.5.3): that matters where it is counted, or to come.</summary>
    private bool IsDoubtful(CalendarRule rule, When start, CivilTime first, Exceptions rest) =>
        (rule.Count is not null || (first.ToInstant() >= whens.Asking.Now && !rest.Excludes(first))) && rule.Times(start.Wall, start.Wall.Date, effort).FirstOrDefault() != start.Wall;

    /// <summary>Those to come of which neither is said that it is none of them, nor another takes the place; and the doubt about some of them, which costs no other.</summary>
    private (List<CivilTime> Times, CalendarDoubt? Doubt) Coming(CalendarRule? rule, When start, Exceptions rest)
    {
        var (until, isUtc) = CalendarValues.Until(rule?.Until ?? "");
        var from = whens.Asking.Now.InUtc().LocalDateTime.PlusDays(-2);
        var walls = rule is null ? [start.Wall] : rule.Times(start.Wall, from.Date, effort);
        var end = (whens.Asking.Now + CalendarReader.Horizon).InUtc().LocalDateTime.PlusDays(2);
        var (times, doubt) = (new List<CivilTime>(), (CalendarDoubt?)null);
        foreach (var wall in (rule?.Count is { } count ? walls.Take(count) : walls).TakeWhile(wall => wall <= end).Take(MostSteps))
        {
            var (time, why) = whens.Resolve(start.At(wall));
            if (time is not null && until is { } last && (isUtc ? time.ToInstant() > last.InUtc().ToInstant() : WallOf(time, start) > last))
            {
                break;
            }

            if (time is not null)
            {
                times.Add(time);
            }
            else if (wall >= from && !(wall > until))
            {
                doubt ??= why;
            }
        }

        return ([.. times.Concat(rest.Added).DistinctBy(time => time.ToInstant()).Where(time => IsComing(time.ToInstant()) && !rest.Excludes(time))], doubt);
    }

    private static LocalDateTime WallOf(CivilTime time, When start) => start.Kind == WhenKind.Utc ? time.ToInstant().InUtc().LocalDateTime : time.Local;

    private bool IsComing(Instant at) => at >= whens.Asking.Now && at < whens.Asking.Now + CalendarReader.Horizon;

    /// <summary>What is added to a rule, and taken away from it.</summary>
    private sealed class Exceptions
    {
        private readonly WhenReader _whens;
        private readonly When _start;
        private readonly HashSet<Instant> _taken = [];
        private readonly HashSet<LocalDate> _takenDays = [];
        private readonly List<CivilTime> _added = [];

        public Exceptions(WhenReader whens, CalendarEffort effort, CalendarEvent series, When start, IEnumerable<CalendarEvent> places)
        {
            (_whens, _start) = (whens, start);
            foreach (var (line, value) in series.All("EXDATE").SelectMany(line => line.Value.Split(','), (line, value) => (line, value)).Where(pair => pair.value.Trim().Length > 0))
            {
                if (!effort.Take(CalendarRule.CostOfTime))
                {
                    AreUnderstood = false;
                    break;
                }

                Take(line, value);
            }

            foreach (var (line, value) in series.All("RDATE").SelectMany(line => line.Value.Split(','), (line, value) => (line, value)).Where(pair => pair.value.Trim().Length > 0))
            {
                if (!effort.Take(CalendarRule.CostOfTime))
                {
                    AreUnderstood = false;
                    break;
                }

                var added = WhenReader.Read(line, value.Split('/')[0]) is { } when && (when.Kind == WhenKind.Day) == (start.Kind == WhenKind.Day) ? whens.Resolve(when).Time : null;
                AreUnderstood &= added is not null;
                _added.AddRange(added is null ? [] : [added]);
            }

            foreach (var place in places)
            {
                AreUnderstood &= !place.Repeats && !IsForMany(place);
                AreUnderstood &= Was(place) is { } was && _taken.Add(was);
            }
        }

        /// <summary>False where something of it could not be read.</summary>
        public bool AreUnderstood { get; private set; } = true;

        /// <summary>What is added.</summary>
        public IReadOnlyList<CivilTime> Added => _added;

        /// <summary>True for what is taken away.</summary>
        public bool Excludes(CivilTime time) => _taken.Contains(time.ToInstant()) || _takenDays.Contains(time.Local.Date);

        /// <summary>When that was of which something takes the place; null where that cannot be said.</summary>
        public Instant? Was(CalendarEvent place) => _whens.ReplacedBy(place, _start);

        /// <summary>A day alone takes away whatever is on it.</summary>
        private void Take(ContentLine line, string value)
        {
            if (WhenReader.Read(line, value) is not { } when)
            {
                AreUnderstood = false;
            }
            else if (when.Kind == WhenKind.Day && _start.Kind != WhenKind.Day)
            {
                _takenDays.Add(when.Wall.Date);
            }
            else if (_whens.Resolve(_start.Alike(when)).Time is { } time)
            {
                _taken.Add(time.ToInstant());
            }
            else
            {
                AreUnderstood = false;
            }
        }
    }
}
