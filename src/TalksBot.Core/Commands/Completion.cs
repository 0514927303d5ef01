namespace TalksBot.Core.Commands;

/// <summary>Something to offer while a value is being typed.</summary>
/// <param name="Label">What the person sees; of any length.</param>
/// <param name="Value">What is typed in their place when they take it.</param>
public sealed record Completion(string Label, string Value);
