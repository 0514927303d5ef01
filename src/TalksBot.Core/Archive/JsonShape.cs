using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>Whether JSON has the members, lists, numbers and texts of a type, and no others.</summary>
internal static class JsonShape
{
    /// <summary>Null when it has, else the sentence that names the first place where it has not.</summary>
    public static string? Refuse(JsonElement value, Type type) => Refuse(value, type, "");

    private static string? Refuse(JsonElement value, Type type, string place) => FileForms.Options.GetTypeInfo(type) switch
    {
        { Kind: JsonTypeInfoKind.Object } form => RefuseObject(value, form, place),
        { Kind: JsonTypeInfoKind.Enumerable } => RefuseList(value, type.GetGenericArguments()[0], place),
        _ when type == typeof(int) => RefuseNumber(value, place),
        _ when type == typeof(bool) => RefuseFlag(value, place),
        _ => RefuseText(value, place),
    };

    private static string? RefuseObject(JsonElement value, JsonTypeInfo form, string place)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return $"{place} is {Kind(value)}; it must be an object in braces.";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var name = JsonText.NameOf(member);
            var known = form.Properties.FirstOrDefault(property => property.Name == name);
            if (known is null)
            {
                return $"{Owner(place)} has {JsonText.Quote(name)}, which this format does not know; "
                    + $"remove it or use one of {string.Join(", ", form.Properties.Select(property => property.Name))}.";
            }

            if (!seen.Add(known.Name))
            {
                return $"{Owner(place)} gives \"{known.Name}\" twice; keep one.";
            }

            var fault = RefuseMember(member.Value, known, place.Length == 0 ? known.Name : $"{place}.{known.Name}");
            if (fault is not null)
            {
                return fault;
            }
        }

        var missing = form.Properties.FirstOrDefault(property => property.IsRequired && !seen.Contains(property.Name));
        return missing is null ? null : $"{Owner(place)} has no \"{missing.Name}\"; add it.";
    }

    private static string? RefuseMember(JsonElement value, JsonPropertyInfo known, string place)
    {
        if (value.ValueKind is not JsonValueKind.Null)
        {
            return Refuse(value, Nullable.GetUnderlyingType(known.PropertyType) ?? known.PropertyType, place);
        }

        return known.IsSetNullable ? null : $"{place} is null; give it a value or leave it out.";
    }

    private static string? RefuseList(JsonElement value, Type item, string place)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            return $"{place} is {Kind(value)}; it must be a list in brackets.";
        }

        if (value.GetArrayLength() > TalksFile.LongestList)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{place} has {value.GetArrayLength():N0} items; a file may have at most {TalksFile.LongestList:N0} there, so split it.");
        }

        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            var fault = Refuse(element, item, string.Create(CultureInfo.InvariantCulture, $"{place}[{index++}]"));
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? RefuseNumber(JsonElement value, string place) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out _)
            ? null
            : $"{place} is {Kind(value)}; it must be a whole number such as 1, without quotes.";

    private static string? RefuseFlag(JsonElement value, string place) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : $"{place} is {Kind(value)}; it must be true or false, without quotes.";

    private static string? RefuseText(JsonElement value, string place)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            return $"{place} is {Kind(value)}; it must be text in quotes.";
        }

        return JsonText.Of(value) is null ? $"{place} spells out half of a character; type the text again." : null;
    }

    private static string Owner(string place) => place.Length == 0 ? "The file" : place;

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number of another kind",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
