namespace TalksBot.Core.Calendars.Reading;

/// <summary>What a calendar that somebody hands in turned out to be. A closed set: understood or refused as a whole.</summary>
public abstract record CalendarReading
{
    private CalendarReading()
    {
    }

    /// <summary>A calendar. What stands in it is taken, or asked about by name; nothing is dropped in silence.</summary>
    /// <param name="Items">What was understood, in order of time.</param>
    /// <param name="Questions">What was not, in the order of the file.</param>
    public sealed record Understood(IReadOnlyList<CalendarItem> Items, IReadOnlyList<CalendarQuestion> Questions) : CalendarReading
    {
        /// <summary>The names of all that stands in it, taken or not, as <see cref="CalendarItem.Series"/> has them.</summary>
        public required IReadOnlySet<string> Names { get; init; }

        /// <summary>The names of what was not understood.</summary>
        public required IReadOnlySet<string> Unread { get; init; }

        /// <summary>True for an invitation, or its answer: it says nothing of what does not stand in it.</summary>
        public bool IsInvitation { get; init; }

        /// <summary>True where more repeats than is taken at once.</summary>
        public bool IsCut { get; init; }

        /// <summary>The zone in which the calendar is usually shown, as it says; empty where it says nothing.</summary>
        public string Shown { get; init; } = "";
    }

    /// <summary>No calendar, or none that is taken.</summary>
    /// <param name="Why">One sentence to show.</param>
    public sealed record Refused(string Why) : CalendarReading;
}

/// <summary>Something in a calendar, understood.</summary>
/// <param name="Key">Its name in every edition of the calendar: 32 hexadecimal digits, and which of its repeats it is; the name that the calendar has for it may hold a person's address.</param>
/// <param name="At">When it is.</param>
/// <param name="Title">What it is, in a line.</param>
public sealed record CalendarItem(string Key, Times.CivilTime At, string Title)
{
    /// <summary>The digits of <see cref="Key"/>.</summary>
    public const int SeriesLength = 32;

    /// <summary>When it ends; null where that is not said.</summary>
    public Times.CivilTime? Until { get; init; }

    /// <summary>Where; empty where that is not said.</summary>
    public string Place { get; init; } = "";

    /// <summary>How often its publisher says that it was changed.</summary>
    public int Sequence { get; init; }

    /// <summary>When its publisher says that it was changed; null where that is not said.</summary>
    public Instant? Modified { get; init; }

    /// <summary>It does not take place.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>It says of itself that it is a deadline.</summary>
    public bool IsDeadline { get; init; }

    /// <summary>The name that all repeats of it share.</summary>
    public string Series => Key[..SeriesLength];
}

/// <summary>Something in a calendar that is asked about.</summary>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Doubt">What is missing.</param>
/// <param name="Detail">The words that the doubt is about; empty for none.</param>
public sealed record CalendarQuestion(string Title, CalendarDoubt Doubt, string Detail);

/// <summary>Why something in a calendar is asked about.</summary>
public enum CalendarDoubt
{
    /// <summary>It has a time and no zone.</summary>
    NoZone,

    /// <summary>It has a day and no hour.</summary>
    NoHour,

    /// <summary>Its zone is known to nobody.</summary>
    UnknownZone,

    /// <summary>The calendar spells its zone out otherwise than the world has it.</summary>
    OtherRules,

    /// <summary>It repeats in a way that is not followed.</summary>
    Repeats,

    /// <summary>It repeats, and nothing of it is to come.</summary>
    Over,

    /// <summary>Its publisher calls it private.</summary>
    Private,

    /// <summary>What it says cannot be read.</summary>
    Broken,
}

/// <summary>What a calendar is read with.</summary>
/// <param name="Home">The zone on which what has none of its own stands, such as a time in UTC.</param>
/// <param name="Now">The moment: of what repeats only what is to come is taken.</param>
public sealed record CalendarAsking(DateTimeZone Home, Instant Now)
{
    /// <summary>The zone of what says none, or one that nobody knows; null to ask.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>The hour of what says only a day; null to ask.</summary>
    public LocalTime? Hour { get; init; }
}
