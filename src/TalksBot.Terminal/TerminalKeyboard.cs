using TalksBot.Core.Commands;

namespace TalksBot.Terminal;

/// <summary>Where typed commands come from.</summary>
/// <param name="Reader">The lines, one command each.</param>
/// <param name="Caller">Who types them.</param>
public sealed record TerminalKeyboard(TextReader Reader, Caller Caller);
