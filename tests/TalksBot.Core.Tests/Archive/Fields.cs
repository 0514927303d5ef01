using System.Collections;
using System.Globalization;
using System.Reflection;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Tests.Archive;

/// <summary>Every public field of a record as text, so that none can be forgotten; rows aside, which a file does not carry.</summary>
internal static class Fields
{
    private static readonly string[] Rows = ["Id", "NegotiationId"];

    public static IReadOnlyList<string> Of(Negotiation talks) => [.. Of("talks", talks)];

    private static IEnumerable<string> Of(string place, object? value)
    {
        if (value is not string && value is IEnumerable list)
        {
            return list.Cast<object>().SelectMany((item, index) => Of(string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]"), item));
        }

        var isOurs = value is not null and not Enum && value.GetType().Assembly == typeof(Negotiation).Assembly;
        return isOurs
            ? value!.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => !Rows.Contains(property.Name) && property.GetIndexParameters().Length == 0)
                .SelectMany(property => Of($"{place}.{property.Name}", property.GetValue(value)))
            : [string.Create(CultureInfo.InvariantCulture, $"{place} = {value}")];
    }
}
