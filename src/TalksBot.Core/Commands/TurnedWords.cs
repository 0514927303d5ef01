using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Core.Commands;

/// <summary>Asks whether a time and a text stand in each other's places.</summary>
public static class TurnedWords
{
    private const int LongestLabel = 60;

    /// <summary>The refusal, with the two turned round as its choice.</summary>
    /// <param name="call">The command as it was typed.</param>
    /// <param name="time">The parameter that is the time, with the words that read as one.</param>
    /// <param name="text">The parameter that is the text, with the words that stood in the time's place.</param>
    public static Reply Ask(CommandCall call, (string Name, string Words) time, (string Name, string Words) text) => Reply.Refuse(
        $"The time comes first here; is it “{Echo.Of(time.Words)}”?",
        [new PostButton(Typography.Shorten(time.Words, LongestLabel), call.Retyped(time, text))]);
}
