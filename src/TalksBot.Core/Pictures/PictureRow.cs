namespace TalksBot.Core.Pictures;

/// <summary>One row of a picture.</summary>
/// <param name="Label">What stands to the left of it.</param>
/// <param name="Marks">What stands in it.</param>
public sealed record PictureRow(string Label, IReadOnlyList<PictureMark> Marks);
