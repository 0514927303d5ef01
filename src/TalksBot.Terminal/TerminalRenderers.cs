using TalksBot.Core.Times;

namespace TalksBot.Terminal;

/// <summary>Makes the renderer for a screen, which need not be this process's own.</summary>
/// <param name="clock">The newsroom's first clock, on which cards show when they were posted.</param>
public sealed class TerminalRenderers(WallClock clock)
{
    /// <summary>The renderer.</summary>
    /// <param name="look">What the screen can show.</param>
    /// <param name="asJson">True for programs, one object a line.</param>
    public ITerminalRenderer For(TerminalLook look, bool asJson) => asJson ? new JsonRenderer() : new CardRenderer(look, clock);
}
