namespace TalksBot.Core.Commands;

/// <summary>Words without quotes that hold a time and what comes after it; where the one ends only the talks' own clocks can tell.</summary>
/// <param name="Time">The parameter that is the time.</param>
/// <param name="Text">The parameter that is the rest.</param>
/// <param name="Words">The words.</param>
public sealed record UndividedWords(string Time, string Text, IReadOnlyList<string> Words);
