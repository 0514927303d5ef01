namespace TalksBot.Core.Undoing;

/// <summary>How one part of talks read before and after a command.</summary>
/// <param name="Name">The part, as <see cref="TalksParts"/> names it.</param>
/// <param name="Before">How it read before; null for a part that the command added.</param>
/// <param name="After">How it read after.</param>
public sealed record PartChange(string Name, string? Before, string? After);
