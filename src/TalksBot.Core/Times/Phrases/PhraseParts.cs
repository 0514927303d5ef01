namespace TalksBot.Core.Times.Phrases;

/// <summary>What a phrase says, before anything is concluded from it. Whatever it leaves out is null.</summary>
internal sealed class PhraseParts
{
    public int? Year { get; set; }

    /// <summary>A month by its name, or by its place in an ISO date.</summary>
    public int? Month { get; set; }

    public int? Day { get; set; }

    /// <summary>Two numbers of which either may be the month: 01/02.</summary>
    public (int First, int Second)? Slashed { get; set; }

    /// <summary>Whether the date was written year first, as computers do.</summary>
    public bool IsoDate { get; set; }

    public IsoDayOfWeek? Weekday { get; set; }

    /// <summary>Whether the weekday was called "next", which people use for two different days.</summary>
    public bool NextWeekday { get; set; }

    /// <summary>Days from today: "tomorrow" is 1.</summary>
    public int? DayShift { get; set; }

    /// <summary>The word that gave <see cref="DayShift"/>.</summary>
    public string DayWord { get; set; } = "";

    public DayPart? DayPart { get; set; }

    /// <summary>The word that gave <see cref="DayPart"/>.</summary>
    public string DayPartWord { get; set; } = "";

    public ClockPart? Clock { get; set; }

    public ZonePart? Zone { get; set; }

    public Offset? Offset { get; set; }

    public Amount? Amount { get; set; }

    /// <summary>Whether the phrase was just "now".</summary>
    public bool Now { get; set; }

    /// <summary>Whether anything says which day.</summary>
    public bool HasDate => Day is not null || Month is not null || Year is not null || HasLooseDate;

    /// <summary>Whether anything says when at all.</summary>
    public bool HasTime => HasDate || Clock is not null || Amount is not null || Now || DayPart is not null;

    private bool HasLooseDate => Slashed is not null || Weekday is not null || DayShift is not null;
}
