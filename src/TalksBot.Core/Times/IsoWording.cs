using System.Globalization;
using NodaTime.Text;
using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times;

/// <summary>Moments and spans as machines exchange them.</summary>
internal static class IsoWording
{
    private static readonly LocalDateTimePattern _local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFF");

    public static Instant? Read(string text) => InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at } ? at : null;

    public static Instant? ReadMoment(string text) => OffsetDateTimePattern.Rfc3339.Parse(text.Split('[')[0]) is { Success: true, Value: var at } ? at.ToInstant() : null;

    public static string Of(OffsetDateTime at) => OffsetDateTimePattern.Rfc3339.Format(at);

    public static string Of(Instant at) => InstantPattern.ExtendedIso.Format(at);

    // The offset comes from the rules in force, so the text always names one real moment.
    public static string Of(CivilTime time)
    {
        var real = CivilTime.At(time.ToInstant(), time.Zone);
        return $"{_local.Format(real.Local)}{FixedOffsets.Write(real.Offset)}[{real.Zone.Id}]";
    }

    public static string Of(Duration duration)
    {
        if (duration == Duration.Zero)
        {
            return "PT0S";
        }

        var (sign, size) = duration < Duration.Zero ? ("-", -duration) : ("", duration);
        if (size == Duration.FromDays(size.Days))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{sign}P{size.Days}D");
        }

        var hours = ((long)size.Days * 24) + size.Hours;
        var fraction = size.SubsecondNanoseconds == 0 ? "" : "." + size.SubsecondNanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        var seconds = fraction.Length == 0 ? Part(size.Seconds, "S") : size.Seconds.ToString(CultureInfo.InvariantCulture) + fraction + "S";
        return $"{sign}PT{Part(hours, "H")}{Part(size.Minutes, "M")}{seconds}";
    }

    private static string Part(long count, string unit) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture) + unit;
}

/// <summary>From when on, as people ask what happened: <c>6h</c>, <c>yesterday</c>, <c>18:00</c>, <c>monday</c>.</summary>
public static class SincePhrase
{
    private static readonly string[] _leads = ["since ", "the last ", "the past ", "last ", "past "];

    /// <summary>Reads a span back from now, or a time that has been.</summary>
    public static TimeReading Read(string text, TimeContext context)
    {
        var typed = text.Trim();
        var lead = Array.Find(_leads, known => typed.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        var span = lead is null ? typed : typed[lead.Length..].Trim();
        if (DurationText.TryParse(span, out var length) && length > Duration.Zero)
        {
            return new TimeReading.Understood(CivilTime.At(context.Now - length, context.Zone), Note: null);
        }

        return TimePhrase.Read(lead == "since " ? span : typed, context with { Tense = TimeTense.Past });
    }
}
