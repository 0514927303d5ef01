using Microsoft.Extensions.Logging;
using TalksBot.Core.Pictures;

namespace TalksBot.Features.Pictures;

/// <summary>Draws with ScottPlot, one picture at a time.</summary>
internal sealed partial class DrawTimeline(ILogger<DrawTimeline> log) : IPictures
{
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
                return sheet.Write();
            }
            catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException)
            {
                _cannot = true;
                CannotDraw(fault);
                return null;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine cannot draw pictures, so posts go without them; install libfontconfig1")]
    private partial void CannotDraw(Exception fault);
}
