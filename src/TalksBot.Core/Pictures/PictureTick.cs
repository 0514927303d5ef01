namespace TalksBot.Core.Pictures;

/// <summary>A moment that is named on the axis.</summary>
/// <param name="At">The moment.</param>
/// <param name="Label">Its name on the picture's clock, one line or two.</param>
public sealed record PictureTick(Instant At, string Label);
