using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Repeating;

/// <summary>Reads how a deadline or session repeats.</summary>
internal static class RepeatInput
{
    /// <summary>How something new repeats.</summary>
    public static readonly ParameterSpec Repeat = new("repeat", ParameterKind.Text, "how it repeats: every Tuesday, every weekday until 31 Dec, first Monday of the month ×10") { NamedOnly = true };

    /// <summary>How something repeats from now on.</summary>
    public static readonly ParameterSpec Again = Repeat with { Summary = "how it repeats from now on: every Tuesday, monthly until 31 Dec; or none, where no other follows" };

    /// <summary>Reads the rule of something new; null where it does not repeat.</summary>
    /// <param name="call">The command.</param>
    /// <param name="at">When it falls or starts.</param>
    /// <param name="context">What a day is read against.</param>
    public static Found<RepeatRead> Read(CommandCall call, CivilTime at, TimeContext context)
    {
        if (call.Find(Repeat.Name) is not { } typed || ArgumentReader.IsNothing(typed))
        {
            return new RepeatRead(null);
        }

        if (at.ToInstant() <= context.Now)
        {
            return Reply.Refuse($"{TimeWording.Full(at)} has passed, and what repeats begins with what is to come; give the next one, or leave repeat out.");
        }

        return Rule(call, typed, at, context);
    }

    /// <summary>Reads how something that stands repeats from now on.</summary>
    public static Found<RepeatRead> Rule(CommandCall call, string typed, CivilTime at, TimeContext context) =>
        RepeatPhrase.Read(typed, at.Local, day => Day(day, context with { MovedFrom = null, Start = null, Tense = TimeTense.Any })) switch
        {
            RepeatReading.Understood understood => new RepeatRead(understood.Rule),
            RepeatReading.Refused { First: { } first } refused => Reply.Refuse(refused.Why, call.Find("at") is null ? [] : [new PostButton(TimeWording.Full(new CivilTime(first + at.Local.TimeOfDay, at.Zone, at.Offset)), call.Retyped("at", TimeWording.Iso(new CivilTime(first + at.Local.TimeOfDay, at.Zone, at.Offset))))]),
            RepeatReading.Refused refused => Reply.Refuse(refused.Why, [.. refused.Readings.Select(reading => new PostButton(reading, call.Retyped(Repeat.Name, reading)))]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Reads how something that stands repeats from now on, where that is said and is not so already.</summary>
    /// <param name="call">The command.</param>
    /// <param name="repeat">How it repeats now; null where it does not.</param>
    /// <param name="at">When it falls or starts.</param>
    /// <param name="context">What a day is read against.</param>
    public static Found<RepeatChange> Change(CommandCall call, Repetition? repeat, CivilTime at, TimeContext context)
    {
        if (call.Find(Repeat.Name)?.Trim() is not { } typed || typed == Typed(repeat))
        {
            return new RepeatChange(IsMeant: false, Rule: null);
        }

        return ArgumentReader.IsNothing(typed)
            ? new RepeatChange(IsMeant: true, Rule: null)
            : Rule(call, typed, at, context).Is(out var read, out var refusal) ? new RepeatChange(IsMeant: true, read.Rule) : refusal;
    }

    /// <summary>How something repeats, as it is typed.</summary>
    public static string Typed(Repetition? repeat) => repeat?.Going is { } rule ? RepeatPhrase.Typed(rule, repeat.From.Date) : CommandCall.Nothing;

    /// <summary>What follows, in a line; and what is to be said of this one where clocks change on its day.</summary>
    public static IEnumerable<PostPiece> Told(Repetition? repeat)
    {
        if (repeat is not { IsOver: false })
        {
            yield break;
        }

        if (RepeatWording.Shifted(repeat.Slot, repeat.Zone) is { } shifted)
        {
            yield return new PostPiece.Line(shifted);
        }

        var then = RepeatWording.Following(repeat.Rule, repeat.From.Date, repeat.Slot.Date);
        yield return new PostPiece.Line($"Repeats {RepeatWording.Of(repeat.Rule)}{(then.Length == 0 ? "; no other follows" : $": then {then}")}");
        if (repeat.Following.Take(Foreseen).Select(slot => RepeatWording.Shifted(slot, repeat.Zone)).FirstOrDefault(words => words is not null) is { } later)
        {
            yield return new PostPiece.Line(later);
        }
    }

    /// <summary>So many occurrences ahead it is said that clocks change on their day: a year of days.</summary>
    private const int Foreseen = 366;

    private static LocalDate? Day(string typed, TimeContext context) =>
        TimePhrase.Read($"{typed} noon", context) is TimeReading.Understood noon ? noon.Time.Local.Date
        : TimePhrase.Read(typed, context) is TimeReading.Understood time ? time.Time.Local.Date : null;
}

/// <summary>How something repeats, as it was read.</summary>
/// <param name="Rule">The rule; null where it does not.</param>
internal sealed record RepeatRead(RepeatRule? Rule);

/// <summary>How something repeats from now on, as it was read.</summary>
/// <param name="IsMeant">True where that is to change.</param>
/// <param name="Rule">The rule; null where no other is to follow.</param>
internal sealed record RepeatChange(bool IsMeant, RepeatRule? Rule);
