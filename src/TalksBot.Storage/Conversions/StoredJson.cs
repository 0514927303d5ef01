using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Storage.Conversions;

/// <summary>How JSON is written into columns.</summary>
internal static class StoredJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new InstantJson(),
            new TextJson<LocalDateTime>(LocalDateTimePattern.ExtendedIso.Format, text => LocalDateTimePattern.ExtendedIso.Parse(text).Value),
            new TextJson<Duration>(DurationPattern.Roundtrip.Format, text => DurationPattern.Roundtrip.Parse(text).Value),
            new TextJson<DateTimeZone>(zone => zone.Id, StoredText.Zone),
            new TextJson<RepeatRule>(rule => rule.ToString(), StoredText.Rule),
        },
    };
}

/// <summary>An instant inside a JSON column: ticks of 100 ns since 1970, UTC.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instant.FromUnixTimeTicks(reader.GetInt64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeTicks());
}

/// <summary>A value as text inside a JSON column.</summary>
/// <param name="write">Writes it.</param>
/// <param name="read">Reads it back.</param>
internal sealed class TextJson<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}

/// <summary>Reads what this program has written; anything else means that the file was changed from outside.</summary>
internal static class StoredText
{
    private static readonly OffsetDateTimePattern LocalAndOffset = OffsetDateTimePattern.Rfc3339;

    public static DateTimeZone Zone(string stored) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(stored) ?? throw Damaged("time zone", stored);

    public static RepeatRule Rule(string stored) => RepeatText.TryRead(stored, out var rule) ? rule : throw Damaged("rule", stored);

    public static LocalTime Hour(string stored) =>
        HourText.TryParse(stored, out var hour) ? hour : throw Damaged("hour", stored);

    public static WallClock Clock(string stored) =>
        WallClock.TryParse(stored, out var clock) ? clock : throw Damaged("clock", stored);

    public static IReadOnlyList<WallClock> Clocks(string stored) =>
        [.. stored.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Clock)];

    public static Ladder Ladder(string stored) =>
        Core.Negotiations.Ladder.TryParse(stored, out var ladder) ? ladder : throw Damaged("ladder", stored);

    public static QuietHours Quiet(string stored) =>
        QuietHours.TryParse(stored, out var quiet) ? quiet : throw Damaged("stretch of quiet hours", stored);

    public static ChannelAddress Channel(string stored) =>
        ChannelAddress.TryParse(stored, out var channel) ? channel : throw Damaged("channel", stored);

    /// <summary>The offset only decides between two occurrences of a repeated hour, so a tz update may move the instant.</summary>
    public static CivilTime Civil(string stored)
    {
        var bracket = stored.IndexOf('[', StringComparison.Ordinal);
        var read = bracket < 0 ? null : LocalAndOffset.Parse(stored[..bracket]);
        return read is { Success: true }
            ? new CivilTime(read.Value.LocalDateTime, Zone(stored[(bracket + 1)..^1]), read.Value.Offset)
            : throw Damaged("time", stored);
    }

    private static InvalidDataException Damaged(string what, string stored) =>
        new($"The database holds a {what} that this program cannot read: {stored}");
}
