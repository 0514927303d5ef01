using Microsoft.Extensions.Logging;
using TalksBot.Core.Pictures;

namespace TalksBot.Features.Pictures;

/// <summary>Draws with ScottPlot, one picture at a time.</summary>
internal sealed partial class DrawTimeline(ILogger<DrawTimeline> log) : IPictures
{
    private const int Width = 1_200;
    private const int RowHeight = 46;
    private const int Margins = 170;

    private readonly Lock _turn = new();
    private bool _cannot;

    /// <inheritdoc/>
    public byte[]? Draw(Picture picture)
    {
        lock (_turn)
        {
            if (_cannot)
            {
                return null;
            }

            try
            {
                using var sheet = new TimelineSheet(picture);
                return sheet.Write(Width, Margins + (RowHeight * picture.Rows.Count));
            }
            catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException)
            {
                _cannot = true;
                CannotDraw(fault);
                return null;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine cannot draw pictures, so posts go without them; install libfontconfig1 and a font, such as fonts-dejavu-core")]
    private partial void CannotDraw(Exception fault);
}
