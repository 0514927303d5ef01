using System.Globalization;
using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>What an option holds: text, a whole number, a number or a truth; ids of users and the like are text.</summary>
[JsonConverter(typeof(OptionValueConverter))]
public readonly record struct OptionValue
{
    private readonly object? _value;

    private OptionValue(object? value) => _value = value;

    /// <summary>Whatever it is, as culture-free text; empty when nothing was given.</summary>
    public string Text => Convert.ToString(_value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Null unless it is a whole number.</summary>
    public long? WholeNumber => _value as long?;

    /// <summary>Null unless it is a number of either kind.</summary>
    public double? Number => _value is long whole ? whole : _value as double?;

    /// <summary>Null unless it is a truth.</summary>
    public bool? Truth => _value as bool?;

    /// <summary>Null unless it reads as an id.</summary>
    public Snowflake? Id => Snowflake.TryParse(_value as string, out var id) ? id : null;

    public static OptionValue Of(string text) => new(text);

    public static OptionValue Of(long whole) => new(whole);

    public static OptionValue Of(double number) => new(number);

    public static OptionValue Of(bool truth) => new(truth);

    public override string ToString() => Text;
}
