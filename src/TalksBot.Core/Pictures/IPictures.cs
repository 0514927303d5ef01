namespace TalksBot.Core.Pictures;

/// <summary>Draws pictures, for platforms that can show them.</summary>
public interface IPictures
{
    /// <summary>The picture as a PNG; null where this machine cannot draw, which leaves a post to its words.</summary>
    byte[]? Draw(Picture picture);
}
