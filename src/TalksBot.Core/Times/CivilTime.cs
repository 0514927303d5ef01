namespace TalksBot.Core.Times;

/// <summary>A time as people agreed it: what the wall clock says, and where. The instant is derived, so an update of the
/// zone rules moves it.</summary>
/// <param name="Local">The wall-clock date and time in <paramref name="Zone"/>.</param>
/// <param name="Zone">An IANA zone, or a fixed-offset zone such as <c>UTC-04</c>.</param>
/// <param name="Offset">The offset from UTC when it was agreed; decides between the two passes of a repeated hour.</param>
public sealed record CivilTime(LocalDateTime Local, DateTimeZone Zone, Offset Offset)
{
    /// <summary>The wall-clock time in <paramref name="zone"/> at <paramref name="instant"/>.</summary>
    public static CivilTime At(Instant instant, DateTimeZone zone)
    {
        var there = instant.InZone(zone);
        return new(there.LocalDateTime, zone, there.Offset);
    }

    /// <summary>The moment meant, by today's zone rules: in a repeated hour the pass with <see cref="Offset"/>, else the
    /// earlier; in a skipped hour the first moment after the gap.</summary>
    public Instant ToInstant()
    {
        var mapping = Zone.MapLocal(Local);
        return mapping.Count switch
        {
            0 => mapping.LateInterval.Start,
            2 when mapping.Last().Offset == Offset => mapping.Last().ToInstant(),
            _ => mapping.First().ToInstant(),
        };
    }

    /// <summary>The wall-clock time here after <paramref name="duration"/> has elapsed; negative goes back.</summary>
    public CivilTime Plus(Duration duration) => At(ToInstant() + duration, Zone);
}
