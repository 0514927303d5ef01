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
internal static class StoredForms
{
    /// <summary>Gives every property of these types its stored form.</summary>
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<Instant>().HaveConversion<InstantForm>();
        builder.Properties<Duration>().HaveConversion<DurationForm>();
        builder.Properties<LocalTime>().HaveConversion<LocalTimeForm>();
        builder.Properties<DateTimeZone>().HaveConversion<ZoneForm>();
        builder.Properties<CivilTime>().HaveConversion<CivilTimeForm>();
        builder.Properties<WallClock>().HaveConversion<WallClockForm>();
        builder.Properties<Ladder>().HaveConversion<LadderForm>();
        builder.Properties<ChannelAddress>().HaveConversion<ChannelForm>();
        builder.Properties<DeliveryKey>().HaveConversion<DeliveryKeyForm>().HaveMaxLength(22);
        builder.Properties<ChangeVerb>().HaveConversion<string>().HaveMaxLength(20);
        builder.Properties<Post>().HaveConversion<JsonForm<Post>>();
        builder.Properties<IReadOnlyList<Party>>().HaveConversion<JsonForm<IReadOnlyList<Party>>, ListComparer<Party>>();
        builder.Properties<IReadOnlyList<WallClock>>().HaveConversion<ClocksForm, ListComparer<WallClock>>();
        builder.Properties<IReadOnlyList<SideWording>>().HaveConversion<JsonForm<IReadOnlyList<SideWording>>, ListComparer<SideWording>>();
        builder.Properties<QuietHours>().HaveConversion<QuietHoursForm>();
        builder.Properties<Approval>().HaveConversion<JsonForm<Approval>>();
        builder.Properties<Killing>().HaveConversion<JsonForm<Killing>>();
        builder.Properties<IReadOnlyList<Revision>>().HaveConversion<JsonForm<IReadOnlyList<Revision>>, ListComparer<Revision>>();
        builder.Properties<IReadOnlyList<PartChange>>().HaveConversion<JsonForm<IReadOnlyList<PartChange>>, ListComparer<PartChange>>();
        builder.Properties<IReadOnlyList<int>>().HaveConversion<JsonForm<IReadOnlyList<int>>, ListComparer<int>>();
    }

    /// <summary>Ticks of 100 ns since 1970, UTC.</summary>
    private sealed class InstantForm() : ValueConverter<Instant, long>(
        value => value.ToUnixTimeTicks(), stored => Instant.FromUnixTimeTicks(stored));

    /// <summary>Ticks of 100 ns.</summary>
    private sealed class DurationForm() : ValueConverter<Duration, long>(
        value => value.BclCompatibleTicks, stored => Duration.FromTicks(stored));

    private sealed class LocalTimeForm() : ValueConverter<LocalTime, string>(
        value => HourText.Write(value), stored => StoredText.Hour(stored));

    private sealed class ZoneForm() : ValueConverter<DateTimeZone, string>(
        value => value.Id, stored => StoredText.Zone(stored));

    /// <summary>Local time, offset and zone in one ISO text: the instant is derived when it is read.</summary>
    private sealed class CivilTimeForm() : ValueConverter<CivilTime, string>(
        value => TimeWording.Iso(value), stored => StoredText.Civil(stored));

    private sealed class WallClockForm() : ValueConverter<WallClock, string>(
        value => value.ToString(), stored => StoredText.Clock(stored));

    private sealed class LadderForm() : ValueConverter<Ladder, string>(
        value => value.ToString(), stored => StoredText.Ladder(stored));

    private sealed class ChannelForm() : ValueConverter<ChannelAddress, string>(
        value => value.ToString(), stored => StoredText.Channel(stored));

    private sealed class DeliveryKeyForm() : ValueConverter<DeliveryKey, string>(
        value => value.Value, stored => new DeliveryKey(stored));

    private sealed class QuietHoursForm() : ValueConverter<QuietHours, string>(
        value => value.ToString(), stored => StoredText.Quiet(stored));

    private sealed class ClocksForm() : ValueConverter<IReadOnlyList<WallClock>, string>(
        value => string.Join(", ", value), stored => StoredText.Clocks(stored));
}

/// <summary>Lists are replaced, never changed in place, so equal items in equal order mean unchanged.</summary>
internal sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
    (left, right) => left!.SequenceEqual(right!),
    list => list.Count,
    list => list)
    where T : notnull;

/// <summary>A value as JSON text.</summary>
internal sealed class JsonForm<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, StoredJson.Options),
    stored => JsonSerializer.Deserialize<T>(stored, StoredJson.Options)!);
