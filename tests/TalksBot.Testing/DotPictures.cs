using TalksBot.Core.Pictures;

namespace TalksBot.Testing;

/// <summary>Draws every picture as one dot.</summary>
public sealed class DotPictures : IPictures
{
    /// <summary>The dot: a PNG of one pixel.</summary>
    public static byte[] Dot { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A picture of one deadline.</summary>
    public static Picture Picture { get; } = new(
        "US–Japan automotive talks",
        [new PictureRow("D1", [PictureMark.At(PictureMarkKind.Deadline, Some.Moment)])],
        new PictureAxis(Some.Moment - Duration.FromHours(1), Some.Moment + Duration.FromHours(1), new PictureTick(Some.Moment, "now"), []),
        "D1 at 23:44 Washington");

    /// <inheritdoc/>
    public byte[]? Draw(Picture picture) => Dot;
}
