using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Storage.Conversions;

/// <summary>How values are written in a column: instants and durations as one sortable number, the rest as text.</summary>
internal static class ValueConverters
{
    /// <summary>Gives every property of these types its stored form.</summary>
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<Instant>().HaveConversion<InstantConverter>();
        builder.Properties<Duration>().HaveConversion<DurationConverter>();
        builder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        builder.Properties<DateTimeZone>().HaveConversion<ZoneConverter>();
        builder.Properties<CivilTime>().HaveConversion<CivilTimeConverter>();
        builder.Properties<WallClock>().HaveConversion<WallClockConverter>();
        builder.Properties<Ladder>().HaveConversion<LadderConverter>();
        builder.Properties<ChannelAddress>().HaveConversion<ChannelConverter>();
        builder.Properties<DeliveryKey>().HaveConversion<DeliveryKeyConverter>().HaveMaxLength(22);
        builder.Properties<ChangeVerb>().HaveConversion<string>().HaveMaxLength(20);
        builder.Properties<Post>().HaveConversion<PostConverter>();
        builder.Properties<IReadOnlyList<Party>>().HaveConversion<JsonValueConverter<IReadOnlyList<Party>>, ListComparer<Party>>();
        builder.Properties<IReadOnlyList<WallClock>>().HaveConversion<ClocksConverter, ListComparer<WallClock>>();
        builder.Properties<IReadOnlyList<SideWording>>().HaveConversion<JsonValueConverter<IReadOnlyList<SideWording>>, ListComparer<SideWording>>();
        builder.Properties<QuietHours>().HaveConversion<QuietHoursConverter>();
        builder.Properties<Approval>().HaveConversion<JsonValueConverter<Approval>>();
        builder.Properties<Coverage>().HaveConversion<JsonValueConverter<Coverage>>();
        builder.Properties<Repetition>().HaveConversion<JsonValueConverter<Repetition>>();
        builder.Properties<Killing>().HaveConversion<JsonValueConverter<Killing>>();
        builder.Properties<IReadOnlyList<Revision>>().HaveConversion<JsonValueConverter<IReadOnlyList<Revision>>, ListComparer<Revision>>();
        builder.Properties<IReadOnlyList<PartChange>>().HaveConversion<JsonValueConverter<IReadOnlyList<PartChange>>, ListComparer<PartChange>>();
        builder.Properties<IReadOnlyList<int>>().HaveConversion<JsonValueConverter<IReadOnlyList<int>>, ListComparer<int>>();
    }

    /// <summary>Ticks of 100 ns since 1970, UTC.</summary>
    internal sealed class InstantConverter() : ValueConverter<Instant, long>(
        value => value.ToUnixTimeTicks(), stored => Instant.FromUnixTimeTicks(stored));

    /// <summary>Ticks of 100 ns.</summary>
    internal sealed class DurationConverter() : ValueConverter<Duration, long>(
        value => value.BclCompatibleTicks, stored => Duration.FromTicks(stored));

    internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, string>(
        value => HourText.Write(value), stored => StoredText.Hour(stored));

    internal sealed class ZoneConverter() : ValueConverter<DateTimeZone, string>(
        value => value.Id, stored => StoredText.Zone(stored));

    /// <summary>Local time, offset and zone in one ISO text: the instant is derived when it is read.</summary>
    internal sealed class CivilTimeConverter() : ValueConverter<CivilTime, string>(
        value => TimeWording.Iso(value), stored => StoredText.Civil(stored));

    internal sealed class WallClockConverter() : ValueConverter<WallClock, string>(
        value => value.ToString(), stored => StoredText.Clock(stored));

    internal sealed class LadderConverter() : ValueConverter<Ladder, string>(
        value => value.ToString(), stored => StoredText.Ladder(stored));

    internal sealed class ChannelConverter() : ValueConverter<ChannelAddress, string>(
        value => value.ToString(), stored => StoredText.Channel(stored));

    internal sealed class DeliveryKeyConverter() : ValueConverter<DeliveryKey, string>(
        value => value.Value, stored => new DeliveryKey(stored));

    internal sealed class QuietHoursConverter() : ValueConverter<QuietHours, string>(
        value => value.ToString(), stored => StoredText.Quiet(stored));

    internal sealed class ClocksConverter() : ValueConverter<IReadOnlyList<WallClock>, string>(
        value => string.Join(", ", value), stored => StoredText.Clocks(stored));
}

/// <summary>Lists are replaced, never changed in place, so equal items in equal order mean unchanged.</summary>
internal sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
    (left, right) => left!.SequenceEqual(right!),
    list => list.Count,
    list => list)
    where T : notnull;

/// <summary>A value as JSON text.</summary>
internal sealed class JsonValueConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, StoredJson.Options),
    stored => JsonSerializer.Deserialize<T>(stored, StoredJson.Options)!);
