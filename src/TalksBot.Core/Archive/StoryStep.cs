namespace TalksBot.Core.Archive;

/// <summary>One thing somebody did, as they would type it.</summary>
/// <param name="At">When they did it.</param>
/// <param name="Line">The whole command, beginning with <c>/talks</c>.</param>
/// <param name="By">Who did it.</param>
public sealed record StoryStep(Instant At, string Line, string By);
