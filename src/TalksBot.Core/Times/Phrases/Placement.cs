using System.Globalization;
using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Puts a wall-clock time into its zone, and asks where clocks were changed over it.</summary>
internal static class Placement
{
    public static Choice<CivilTime> Of(LocalDateTime local, ZoneOption option, TimeContext context)
    {
        if (Nearby(local, option, context) is { } zone)
        {
            return new([CivilTime.At(local.WithOffset(option.Offset!.Value).ToInstant(), zone)]);
        }

        var mapping = option.Zone.MapLocal(local);
        var offsets = (Early: mapping.EarlyInterval.WallOffset, Late: mapping.LateInterval.WallOffset);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return mapping.Count switch
        {
            // By the old clock it is after the gap, by the new one before it.
            0 => new([At(offsets.Late), At(offsets.Early)], $"Clocks skip {time} that day, so it never happens."),
            _ when option.Offset == offsets.Early || option.Offset == offsets.Late => new([At(option.Offset.Value)]),
            _ when option.Offset is { } stated => new([At(offsets.Early), At(stated)], Mismatch(stated, offsets.Early)),
            2 => new([At(offsets.Early), At(offsets.Late)], $"Clocks go back that day, so {time} happens twice."),
            _ => new([At(offsets.Early)]),
        };

        CivilTime At(Offset offset) => CivilTime.At(local.WithOffset(offset).ToInstant(), option.Zone);

        string Mismatch(Offset stated, Offset real) => option.Abbreviation is { } letters
            ? $"{letters} is not in use on {TimeWording.Date(local.Date)}: clocks there are at {FixedOffsets.Label(real)}."
            : $"Clocks there are at {FixedOffsets.Label(real)} on {TimeWording.Date(local.Date)}, not {FixedOffsets.Label(stated)}.";
    }

    // An offset or an abbreviation names no one place, so it is taken for a clock people here already watch when that agrees.
    private static DateTimeZone? Nearby(LocalDateTime local, ZoneOption option, TimeContext context)
    {
        if (option.Offset is not { } offset || !(option.IsOffsetOnly || option.Abbreviation is not (null or "UTC" or "GMT")))
        {
            return null;
        }

        var instant = local.WithOffset(offset).ToInstant();
        return context.Clocks.Select(clock => clock.Zone).Prepend(context.Zone).FirstOrDefault(Agrees);

        bool Agrees(DateTimeZone zone)
        {
            var interval = zone.GetZoneInterval(instant);
            var named = option.Abbreviation is null || string.Equals(option.Abbreviation, interval.Name, StringComparison.Ordinal);
            return interval.WallOffset == offset && named;
        }
    }
}
