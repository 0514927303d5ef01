using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;

namespace TalksBot.Terminal;

/// <summary>How things look on the terminal; each text ends with a line break and is written in one piece.</summary>
public interface ITerminalForm
{
    /// <summary>A post to a channel.</summary>
    string Write(ShownPost post);

    /// <summary>The answer to a typed command.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="choices">Its buttons under their keys.</param>
    string Write(Reply reply, IReadOnlyList<OfferedChoice> choices);

    /// <summary>Word that a message was taken back.</summary>
    string WriteTakenBack(ChannelAddress channel, string reference, Instant at);
}
