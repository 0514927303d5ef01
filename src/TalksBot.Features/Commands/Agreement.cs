using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Commands;

/// <summary>Asks before something is done that is not to be done by a slip, though it posts nothing yet.</summary>
internal static class Agreement
{
    /// <summary>The question; null when the caller has agreed.</summary>
    /// <param name="call">The command.</param>
    /// <param name="consequence">What it would do, in a sentence without its full stop.</param>
    public static Reply? Ask(CommandCall call, string consequence) => call.IsAgreed
        ? null
        : Reply.Preview(new Post($"Nothing is done yet. {consequence}.", Severity.Notable, [])
        {
            Buttons = [new PostButton("Do it", call.AgreedLine), new PostButton("Cancel", "/talks cancel")],
        });
}
