namespace TalksBot.Core.Times;

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
