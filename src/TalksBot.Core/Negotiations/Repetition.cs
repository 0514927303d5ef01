using System.Text.Json.Serialization;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Negotiations;

/// <summary>
/// How a deadline or session repeats, as each of its occurrences carries it. Only the latest occurrence is followed by another, and only one
/// is planned ahead. Its hour is that of the wall clock, whatever the offset.
/// </summary>
public sealed record Repetition
{
    /// <summary>On which days.</summary>
    public required RepeatRule Rule { get; init; }

    /// <summary>The zone of its wall clock.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The first occurrence of the rule, on that clock.</summary>
    public required LocalDateTime From { get; init; }

    /// <summary>When this occurrence is by the rule; it may have been moved since.</summary>
    public required LocalDateTime Slot { get; init; }

    /// <summary>The number of the first occurrence, by which the others are known to belong together.</summary>
    public required int Series { get; init; }

    /// <summary>Its place among them, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>How long a session is planned to take; null where no end is planned.</summary>
    public Duration? Length { get; init; }

    /// <summary>True once somebody has said that no other follows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOver { get; init; }

    /// <summary>The rule as long as another may follow; null once none does.</summary>
    [JsonIgnore]
    public RepeatRule? Going => IsOver ? null : Rule;

    /// <summary>When the next one is to be planned: at this one's own moment, wherever that was moved to.</summary>
    [JsonIgnore]
    public Instant Due => On(Slot).ToInstant();

    /// <summary>The occurrences after this one by the rule, in order; none once it is over.</summary>
    [JsonIgnore]
    public IEnumerable<LocalDateTime> Following => IsOver ? [] : Rule.From(From.Date).Where(day => day > Slot.Date).Select(day => day + From.TimeOfDay);

    /// <summary>The repetition that begins with something.</summary>
    /// <param name="rule">The rule, of which that is one.</param>
    /// <param name="at">When it falls or starts.</param>
    /// <param name="end">When it is to end; null where that is not known.</param>
    /// <param name="number">Its number.</param>
    /// <param name="before">How it repeated so far; null where it did not.</param>
    public static Repetition Begin(RepeatRule rule, CivilTime at, CivilTime? end, int number, Repetition? before = null) => new()
    {
        Rule = rule,
        Zone = at.Zone,
        From = at.Local,
        Slot = at.Local,
        Series = before?.Series ?? number,
        Place = before?.Place ?? 1,
        Length = end?.ToInstant() - at.ToInstant(),
    };

    /// <summary>The next occurrence that is still to come; those that nobody planned in time are left out. Null where there is none.</summary>
    public Repetition? Next(Instant now) =>
        Following.Where(slot => On(slot).ToInstant() > now).Select(slot => this with { Slot = slot, Place = Place + 1 }).FirstOrDefault();

    /// <summary>The moment of an occurrence: an hour that clocks skip is the first moment after, of one that comes twice the first is meant.</summary>
    public CivilTime On(LocalDateTime slot) => CivilTime.At(new CivilTime(slot, Zone, Zone.MapLocal(slot).EarlyInterval.WallOffset).ToInstant(), Zone);

    /// <summary>The planned end of an occurrence; null where none is planned.</summary>
    public CivilTime? EndOf(CivilTime start) => Length is { } length ? start.Plus(length) : null;
}
