using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime.Text;
using TalksBot.Core.Times;

namespace TalksBot.Web.Api;

/// <summary>How the API writes and reads JSON: instants in UTC as ISO 8601 has them, names of choices as chat has them.</summary>
internal static class ApiJson
{
    /// <summary>What is left out is nothing; what is not known is refused, so that a slip in a name is no silence.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            AllowDuplicateProperties = false,
            Converters = { new Instants(), new Moments(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }

    private sealed class Instants : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeWording.ReadIso(reader.GetString() ?? "") ?? throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(TimeWording.Iso(value));
    }

    /// <summary>A moment as programs name it, with its offset: which clock is meant is never guessed.</summary>
    private sealed class Moments : JsonConverter<OffsetDateTime>
    {
        public override OffsetDateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            OffsetDateTimePattern.Rfc3339.Parse(reader.GetString() ?? "") is { Success: true, Value: var at } ? at : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, OffsetDateTime value, JsonSerializerOptions options) => writer.WriteStringValue(OffsetDateTimePattern.Rfc3339.Format(value));
    }
}
