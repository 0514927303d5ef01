using TalksBot.Core.Commands;

namespace TalksBot.Features.Desk.Completions;

/// <summary>A value being typed.</summary>
/// <param name="Parameter">The parameter it is for.</param>
/// <param name="Typed">What is typed so far, trimmed.</param>
/// <param name="Call">The command with the values its other parameters hold so far; required ones may be missing.</param>
internal sealed record CompletionAsk(ParameterSpec Parameter, string Typed, CommandCall Call)
{
    /// <summary>True when the text holds what is typed, in any case of letters.</summary>
    public bool Matches(string text) => text.Contains(Typed, StringComparison.OrdinalIgnoreCase);
}
