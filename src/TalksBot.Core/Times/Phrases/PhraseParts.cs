namespace TalksBot.Core.Times.Phrases;

/// <summary>What a phrase says, before anything is concluded from it. Whatever it leaves out is null.</summary>
internal sealed class PhraseParts
{
    public int? Year { get; set; }

    /// <summary>A month by its name, or by its place in an ISO date.</summary>
    public int? Month { get; set; }

    public int? Day { get; set; }

    /// <summary>Whether the day was written as a place in a row: 25th.</summary>
    public bool DayIsOrdinal { get; set; }

    /// <summary>Two numbers of which either may be the month: 01/02.</summary>
    public (int First, int Second)? Slashed { get; set; }

    /// <summary>A year in two digits, and the number as typed: 28-Sep-26.</summary>
    public string? ShortYear { get; set; }

    /// <summary>Two numbers with a point between, a time of day or a date: 17.30.</summary>
    public (Token First, Token Second)? Dotted { get; set; }

    /// <summary>Numbers of four digits, years or times of day: 1995, 1700; whether each follows a month or day, and whether it stands as a
    /// time does, in brackets or before a zone.</summary>
    public List<(Token Number, bool AfterDate, bool IsTime)> Fours { get; } = [];

    /// <summary>Whether the date was written year first, as computers do.</summary>
    public bool IsoDate { get; set; }

    /// <summary>Whether a T joins the time of day to the date.</summary>
    public bool IsoTime { get; set; }

    public IsoDayOfWeek? Weekday { get; set; }

    /// <summary>Whether the weekday was called "next", which people use for two different days.</summary>
    public bool NextWeekday { get; set; }

    /// <summary>Whether the weekday was called "last".</summary>
    public bool LastWeekday { get; set; }

    /// <summary>Weeks after the day named: "Friday week" is 1.</summary>
    public int WeeksAfter { get; set; }

    /// <summary>Which calendar week: "next week" is 1; null when none was named.</summary>
    public int? CalendarWeek { get; set; }

    /// <summary>What has an end: "end of the month".</summary>
    public Closing? EndOf { get; set; }

    /// <summary>Days from today: "tomorrow" is 1.</summary>
    public int? DayShift { get; set; }

    /// <summary>The word that gave <see cref="DayShift"/>.</summary>
    public string DayWord { get; set; } = "";

    public DayPart? DayPart { get; set; }

    /// <summary>The word that gave <see cref="DayPart"/>.</summary>
    public string DayPartWord { get; set; } = "";

    public ClockPart? Clock { get; set; }

    /// <summary>The time of day that <see cref="Year"/> may be instead; null when it can be none.</summary>
    public ClockPart? MaybeClock { get; set; }

    public ZonePart? Zone { get; set; }

    public Offset? Offset { get; set; }

    public Amount? Amount { get; set; }

    /// <summary>Whether the phrase was just "now".</summary>
    public bool Now { get; set; }

    /// <summary>Why a person has to look at what the words seem to say: "before 6pm" is no exact time. One sentence; null when nothing is doubtful.</summary>
    public string? Doubt { get; set; }

    /// <summary>Why the words are no time at all, one sentence that names the trouble; null when they may be one.</summary>
    public string? Fault { get; set; }

    /// <summary>Whether anything says which day.</summary>
    public bool HasDate => Day is not null || Month is not null || Year is not null || HasLooseDate;

    /// <summary>Whether a date was written in numbers or by its month.</summary>
    public bool HasWrittenDate => Day is not null || Month is not null || Year is not null || Slashed is not null;

    /// <summary>Whether anything says when at all.</summary>
    public bool HasTime => HasDate || Clock is not null || Amount is not null || Now || DayPart is not null || EndOf is not null || CalendarWeek is not null;

    private bool HasLooseDate => Slashed is not null || Weekday is not null || DayShift is not null;
}
