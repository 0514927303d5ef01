using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TalksBot.Core.Times;
using TalksBot.Features.Walls;

namespace TalksBot.Web.Walls;

/// <summary>What a wall shows, as its page takes it.</summary>
/// <param name="View">What it shows.</param>
/// <param name="Json">The same as JSON on one line; it holds no character that a page reads as markup.</param>
/// <param name="Version">Another where anything is shown that was not, or is not any more.</param>
internal sealed record WallFrame(WallView View, string Json, string Version)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new Moments(), new Clocks(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes it.</summary>
    public static WallFrame Of(WallView view)
    {
        var json = JsonSerializer.Serialize(view, Options);
        return new WallFrame(view, json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12]);
    }

    /// <summary>Moments are milliseconds since 1970, as browsers count.</summary>
    private sealed class Moments : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Instant.FromUnixTimeMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
    }

    /// <summary>A browser goes by the zone, and shows the place.</summary>
    private sealed class Clocks : JsonConverter<WallClock>
    {
        public override WallClock Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("A page never says which clock it has.");

        public override void Write(Utf8JsonWriter writer, WallClock value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("zone", value.Zone.Id);
            writer.WriteString("name", value.NameAt(Instant.FromUnixTimeSeconds(0)));
            writer.WriteEndObject();
        }
    }
}
