namespace TalksBot.Core.Pictures;

/// <summary>The time that a picture spans.</summary>
/// <param name="From">Its left edge.</param>
/// <param name="To">Its right edge, later than the left one.</param>
/// <param name="Now">The moment of writing, within both; null where everything shown is long past.</param>
/// <param name="Ticks">The moments that are named below it, in order.</param>
public sealed record PictureAxis(Instant From, Instant To, PictureTick? Now, IReadOnlyList<PictureTick> Ticks);
