using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Negotiations;

/// <summary>How something read before or after a change, as data: words are made of it when it is shown, and nothing is read back from words.</summary>
public abstract record ChangeValue
{
    private ChangeValue()
    {
    }

    /// <summary>Something new had no value before; and of some changes nothing can be said.</summary>
    public static ChangeValue None { get; } = new Words("");

    /// <summary>True where there is nothing to show.</summary>
    public bool IsNone => this is Words { Text: "" };

    /// <summary>What of a calendar it was taken from; null where it was taken from none. Of words alone it is not kept.</summary>
    public CalendarOrigin? Origin { get; init; }

    /// <summary>Words, as for a reason or a title; also whatever an older version kept as words and cannot be read any more.</summary>
    public static ChangeValue Of(string text) => text.Length == 0 ? None : new Words(text);

    /// <summary>Who covers something; nothing for nobody.</summary>
    public static ChangeValue Of(Coverage? cover) => cover is null ? None : new Covering(cover);

    /// <summary>Its words.</summary>
    public sealed override string ToString() => ChangeWording.Of(this);

    /// <summary>What a person typed, or what an older version of the record says.</summary>
    /// <param name="Text">The words.</param>
    public sealed record Words(string Text) : ChangeValue;

    /// <summary>When a deadline, a session or an embargo falls.</summary>
    /// <param name="At">The moment, in its own zone.</param>
    public sealed record Moment(CivilTime At) : ChangeValue
    {
        /// <summary>Why it falls then; empty where nobody said so.</summary>
        public string Note { get; init; } = "";

        /// <summary>By whose word it falls then; empty where nobody said so.</summary>
        public string MovedBy { get; init; } = "";
    }

    /// <summary>Where the talks stand.</summary>
    /// <param name="Status">Their state.</param>
    public sealed record Talks(TalksStatus Status) : ChangeValue;

    /// <summary>What became of a deadline.</summary>
    /// <param name="State">Its state.</param>
    public sealed record Ending(DeadlineState State) : ChangeValue
    {
        /// <summary>What was said with it; empty for nothing.</summary>
        public string Note { get; init; } = "";

        /// <summary>True where the outcome of the talks settled it, so that nobody said so by itself.</summary>
        public bool ByOutcome { get; init; }
    }

    /// <summary>How near the sides are on a sticking point.</summary>
    /// <param name="State">Its state.</param>
    public sealed record Turn(PointState State) : ChangeValue;

    /// <summary>How one side words a sticking point.</summary>
    /// <param name="Side">The side's code.</param>
    /// <param name="Text">Its words.</param>
    public sealed record Wording(string Side, string Text) : ChangeValue;

    /// <summary>What an update says and who said it.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Attribution">Whom they are attributed to.</param>
    public sealed record Account(string Text, string Attribution) : ChangeValue
    {
        /// <summary>Where it was said, on the web; null where no address is known.</summary>
        public Uri? Link { get; init; }

        /// <summary>What an update says now.</summary>
        public static Account Of(Update update) => new(update.Text, update.Attribution) { Link = update.Link };
    }

    /// <summary>The update that another one is set against.</summary>
    /// <param name="Number">Its number.</param>
    public sealed record Against(int Number) : ChangeValue;

    /// <summary>How the talks ended.</summary>
    /// <param name="Kind">In which way.</param>
    /// <param name="Line">In a line.</param>
    public sealed record Conclusion(OutcomeKind Kind, string Line) : ChangeValue;

    /// <summary>How a channel follows.</summary>
    /// <param name="Settings">Its settings.</param>
    public sealed record Following(FollowSettings Settings) : ChangeValue;

    /// <summary>Who covers a deadline or session.</summary>
    /// <param name="Cover">Who.</param>
    public sealed record Covering(Coverage Cover) : ChangeValue;

    /// <summary>What a channel was asked to acknowledge.</summary>
    /// <param name="About">What it was told.</param>
    /// <param name="At">When the deadline falls or fell, or when the correction was made; null for a kill.</param>
    public sealed record Asked(AskedAbout About, Instant? At) : ChangeValue;

    /// <summary>One thing said of the talks, a deadline or a session, in words.</summary>
    /// <param name="Field">Which.</param>
    /// <param name="Text">The words; empty where it is not said.</param>
    public sealed record Detail(DetailField Field, string Text) : ChangeValue;

    /// <summary>The sides of the talks, and who speaks for them.</summary>
    /// <param name="Parties">The sides, in order.</param>
    public sealed record Sides(IReadOnlyList<Party> Parties) : ChangeValue;

    /// <summary>The zone in which times of the talks are read.</summary>
    /// <param name="Zone">The zone.</param>
    public sealed record Home(DateTimeZone Zone) : ChangeValue;

    /// <summary>The clocks on which times of the talks are shown.</summary>
    /// <param name="Clocks">The clocks, in order.</param>
    public sealed record Wall(IReadOnlyList<WallClock> Clocks) : ChangeValue;

    /// <summary>How a deadline or session repeats.</summary>
    /// <param name="Rule">The rule; null where it does not, or no more.</param>
    public sealed record Repeats(RepeatRule? Rule) : ChangeValue;

    /// <summary>When a session is to end, or ended.</summary>
    /// <param name="At">The moment in its own zone; null where no end is known.</param>
    public sealed record Until(CivilTime? At) : ChangeValue;
}

/// <summary>What of a calendar something was taken from, by which it is known again in a later edition.</summary>
/// <param name="Key">Its name in every edition, as a hash: what the calendar calls it may hold a person's address.</param>
/// <param name="Source">What is the same for all that came with it, and with editions of it since.</param>
/// <param name="Sequence">How often its publisher said that it was changed.</param>
/// <param name="Modified">When its publisher said that it was changed; null where that was not said.</param>
public sealed record CalendarOrigin(string Key, string Source, int Sequence, Instant? Modified)
{
    /// <summary>When it was to end, there; null where that was not said, or was not kept by an older version.</summary>
    public Instant? Ends { get; init; }

    /// <summary>What it was called there; null where an older version did not keep that.</summary>
    public string? Title { get; init; }

    /// <summary>Where it was to be, there, empty where that was not said; null where an older version did not keep that.</summary>
    public string? Place { get; init; }
}

/// <summary>What can be said in words of talks, a deadline or a session. Names are stored: never rename.</summary>
public enum DetailField
{
    /// <summary>The talks' name in print.</summary>
    Title,

    /// <summary>Where the talks meet.</summary>
    Venue,

    /// <summary>What a deadline is about.</summary>
    Label,

    /// <summary>What happens if a deadline passes.</summary>
    Consequence,

    /// <summary>The wording of a deadline's time as it was reported.</summary>
    Reported,

    /// <summary>Who set a deadline.</summary>
    By,

    /// <summary>Where a session meets.</summary>
    Place,

    /// <summary>Who meets.</summary>
    Who,
}

/// <summary>What a channel can be asked to acknowledge.</summary>
public enum AskedAbout
{
    /// <summary>That a deadline falls at a moment.</summary>
    Deadline,

    /// <summary>That a deadline passed with its outcome unknown.</summary>
    Passed,

    /// <summary>That an update was corrected.</summary>
    Correction,

    /// <summary>That an update was killed.</summary>
    Kill,
}

/// <summary>What a change made of something, in words on one line. Pure.</summary>
public static class ChangeWording
{
    /// <summary>As in <c>23:59 EDT Wed 28 Jun 1995 (Washington)</c>, <c>met: both sides signed</c> or <c>US: the words</c>; empty for nothing.</summary>
    public static string Of(ChangeValue value) => value switch
    {
        ChangeValue.Words words => UserText.OneLine(words.Text),
        ChangeValue.Moment moment => TimeWording.Full(moment.At),
        ChangeValue.Talks talks => talks.Status.Words(),
        ChangeValue.Ending { Note: "" } ending => ending.State.Words(),
        ChangeValue.Ending ending => $"{ending.State.Words()}: {ending.Note}",
        ChangeValue.Turn turn => turn.State.Words(),
        ChangeValue.Wording wording => $"{wording.Side}: {wording.Text}",
        ChangeValue.Account account => $"“{UserText.OneLine(account.Text)}”{Typography.Dash(account.Attribution)}{(account.Link is null ? "" : $" · {account.Link.AbsoluteUri}")}",
        ChangeValue.Against against => SubjectNumber.Update(against.Number),
        ChangeValue.Conclusion conclusion => conclusion.Line,
        ChangeValue.Following following => following.Settings.ToString(),
        ChangeValue.Covering covering => covering.Cover.Who,
        ChangeValue.Asked { At: { } at } asked => $"{Seen(asked.About)} {TimeWording.Full(CivilTime.At(at, DateTimeZone.Utc))}",
        ChangeValue.Asked asked => Seen(asked.About),
        _ when DetailWording.Name(value) is { Length: > 0 } name => $"{name} {DetailWording.Words(value)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The same with whatever was said with it.</summary>
    public static string Whole(ChangeValue value) => value is ChangeValue.Moment moment && Why(moment.Note, moment.MovedBy) is { Length: > 0 } why ? $"{Of(value)}: {why}" : Of(value);

    /// <summary>Why something falls at another time, and by whose word; empty where neither was said.</summary>
    public static string Why(string note, string by) => (note, by) switch
    {
        (_, "") => note,
        ("", _) => $"by {by}",
        _ => $"{note} (by {by})",
    };

    /// <summary>Why somebody changed it; empty where nothing was said.</summary>
    public static string Note(ChangeValue value) => value switch
    {
        ChangeValue.Moment moment => Why(moment.Note, moment.MovedBy),
        ChangeValue.Ending ending => ending.Note,
        _ => "",
    };

    private static string Seen(AskedAbout about) => about switch
    {
        AskedAbout.Deadline => "the deadline at",
        AskedAbout.Passed => "that the deadline passed at",
        AskedAbout.Correction => "the correction of",
        AskedAbout.Kill => "the kill",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
