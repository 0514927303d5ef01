namespace TalksBot.Core.Commands;

/// <summary>A parameter's name without its colon.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="At">Where among the words the name stands.</param>
/// <param name="Length">How many words behind it fit.</param>
internal sealed record BareName(ParameterSpec Parameter, int At, int Length);
