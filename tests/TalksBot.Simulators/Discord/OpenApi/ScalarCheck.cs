using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TalksBot.Simulators.Discord.OpenApi;

/// <summary>The rules of a schema for strings and numbers: lengths, ranges, patterns, formats.</summary>
internal static class ScalarCheck
{
    public static void Check(JsonObject schema, JsonValue value, string at, List<string> faults)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                CheckText(schema, (string)value!, at, faults);
                break;
            case JsonValueKind.Number:
                CheckNumber(schema, value, at, faults);
                break;
        }
    }

    public static void CheckCount(JsonObject schema, string what, int count, string at, List<string> faults)
    {
        if (schema[$"min{what}"] is { } least && count < (int)least)
        {
            faults.Add($"{at}: fewer than {least} {what}");
        }

        if (schema[$"max{what}"] is { } most && count > (int)most)
        {
            faults.Add($"{at}: more than {most} {what}");
        }
    }

    private static void CheckText(JsonObject schema, string text, string at, List<string> faults)
    {
        CheckCount(schema, "Length", text.EnumerateRunes().Count(), at, faults);
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            faults.Add($"{at}: does not match {pattern}");
        }

        var wellFormed = (string?)schema["format"] switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => true,
        };
        if (!wellFormed)
        {
            faults.Add($"{at}: is not a {schema["format"]}");
        }
    }

    private static void CheckNumber(JsonObject schema, JsonValue value, string at, List<string> faults)
    {
        var number = decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (schema["minimum"] is { } least && number < Limit(least))
        {
            faults.Add($"{at}: is below {least}");
        }

        if (schema["maximum"] is { } most && number > Limit(most))
        {
            faults.Add($"{at}: is above {most}");
        }

        if ((string?)schema["format"] is "int32" && number is < int.MinValue or > int.MaxValue)
        {
            faults.Add($"{at}: does not fit 32 bits");
        }
    }

    private static decimal Limit(JsonNode limit) => decimal.Parse(limit.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
