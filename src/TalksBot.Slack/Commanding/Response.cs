using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>What somebody gets for what they did. A closed set.</summary>
internal abstract record Response
{
    private Response()
    {
    }

    /// <summary>Words.</summary>
    internal sealed record Said(Reply Reply) : Response
    {
        /// <summary>Opens a form in which the long texts of its line can be written; null for none.</summary>
        public PostButton? Write { get; init; }
    }

    /// <summary>A form to write in.</summary>
    /// <param name="Form">The form.</param>
    /// <param name="Instead">What to say when Slack opens none.</param>
    internal sealed record Asked(ViewDraft Form, Said Instead) : Response;

    /// <summary>Nothing: what they get for it is on its way already.</summary>
    internal sealed record Silence : Response;

    /// <summary>One sentence that says what is wrong and what to do.</summary>
    public static Said Refuse(string sentence) => new(Reply.Refuse(sentence));
}
