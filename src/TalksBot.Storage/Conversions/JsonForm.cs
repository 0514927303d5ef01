using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TalksBot.Storage.Conversions;

/// <summary>A value as JSON text.</summary>
internal sealed class JsonForm<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, StoredJson.Options),
    stored => JsonSerializer.Deserialize<T>(stored, StoredJson.Options)!);
