using TalksBot.Core.Posts;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>Writes the body of a reply for Discord, pinging nobody and within every limit; its buttons are added by the answer.</summary>
internal interface IReplyForm
{
    /// <summary>One message without components, and with no files but its own picture.</summary>
    /// <param name="body">The body.</param>
    /// <param name="connection">The connection that answers.</param>
    MessageDraft Write(Post body, string connection);
}
