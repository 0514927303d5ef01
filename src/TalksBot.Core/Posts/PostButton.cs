namespace TalksBot.Core.Posts;

/// <summary>Something a reader may do at once.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Command">The command a press stands for, as it would be typed.</param>
public sealed record PostButton(string Label, string Command);
