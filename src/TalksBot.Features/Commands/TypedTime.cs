using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Commands;

/// <summary>A time as somebody typed it in a command, understood.</summary>
/// <param name="Time">The time.</param>
/// <param name="Note">What was inferred and must be said; null when nothing was.</param>
internal sealed record TypedTime(CivilTime Time, string? Note)
{
    /// <summary>The most readings offered as buttons.</summary>
    private const int MostReadings = 5;

    /// <summary>Reads a parameter; what cannot be read without guessing is refused with the readings as buttons.</summary>
    public static Found<TypedTime> Read(CommandCall call, string parameter, TimeContext context)
    {
        var on = context.By(call);
        return DividedWords.Refuse(call, parameter, on) is { } undivided ? undivided : TimePhrase.Read(call[parameter], on) switch
        {
            TimeReading.Understood understood => Understood(call, parameter, understood),
            TimeReading.Refused { Readings.Count: 0 } when TextThatIsTime(call, parameter, on) is { } text => TurnedWords.Ask(call, (parameter, call[text]), (text, call[parameter])),
            TimeReading.Refused refused => Refused(call, parameter, refused, on),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Reply Refused(CommandCall call, string parameter, TimeReading.Refused refused, TimeContext on)
    {
        var readings = refused.Readings.Concat(OnTheirOwnClock(call, parameter, on)).DistinctBy(reading => reading.Time.ToInstant()).Take(MostReadings);
        return Reply.Refuse(refused.Why, [.. readings.Select(reading => Button(call, parameter, reading))]) with { Field = parameter };
    }

    /// <summary>The text of the command that reads as a time where its time reads as none: "weekly report" "tomorrow 18:00". Null where there is none.</summary>
    private static string? TextThatIsTime(CommandCall call, string parameter, TimeContext context) => call.Spec.Parameters
        .Where(other => other is { Kind: ParameterKind.Text, Required: true, NamedOnly: false } && other.Name != parameter && call.Find(other.Name) is not null)
        .Select(other => other.Name)
        .FirstOrDefault(name => TimePhrase.Read(call[name], context) is TimeReading.Understood or TimeReading.Refused { Readings.Count: > 0 });

    /// <summary>Run again from a preview, "in 90m" must mean the same moment.</summary>
    private static TypedTime Understood(CommandCall call, string parameter, TimeReading.Understood understood)
    {
        call.Understand(parameter, TimeWording.Iso(understood.Time));
        return new TypedTime(understood.Time, understood.Note);
    }

    /// <summary>What the words mean where the caller is, in words that mean the same to the talks.</summary>
    private static IEnumerable<TimeOption> OnTheirOwnClock(CommandCall call, string parameter, TimeContext context)
    {
        if (call.Caller.Zone is not { } zone || zone.Equals(context.Zone))
        {
            return [];
        }

        var readings = TimePhrase.Read(call[parameter], context with { Zone = zone }) switch
        {
            TimeReading.Refused refused => refused.Readings,
            TimeReading.Understood understood => [new TimeOption(TimeWording.Full(understood.Time), understood.Time)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return readings.Where(reading =>
            TimePhrase.Read(reading.Typed, context) is TimeReading.Understood same && same.Time.ToInstant() == reading.Time.ToInstant());
    }

    private static PostButton Button(CommandCall call, string parameter, TimeOption reading) =>
        new(TimeWording.Full(reading.Time), call.Retyped(parameter, reading.Typed));
}
