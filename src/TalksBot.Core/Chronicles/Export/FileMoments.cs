using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles.Export;

/// <summary>Moments as files show them: whole, with the year, and never by how far they are from the reader. Pure.</summary>
public static class FileMoments
{
    /// <summary>The moment on every clock, each with its date and year.</summary>
    public static string OnClocks(Instant at, IReadOnlyList<WallClock> clocks) => string.Join(
        " · ",
        (clocks.Count == 0 ? [new("", DateTimeZone.Utc)] : clocks.DistinctBy(clock => clock.Zone.Id, StringComparer.Ordinal)).Select(clock => TimeWording.Full(WholeSecond(at), clock)));

    /// <summary><c>1995-06-29T03:59:00Z</c>, in whole seconds.</summary>
    public static string Utc(Instant at) => TimeWording.Iso(WholeSecond(at));

    private static Instant WholeSecond(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
