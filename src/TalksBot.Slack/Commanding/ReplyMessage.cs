using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>A reply as Slack's message: words, picture and buttons.</summary>
internal sealed class ReplyMessage(IReplyRenderer renderer, ReplyButtons buttons, ReplyAttachments enclosures)
{
    /// <summary>The message in full, once its file has been handed over, and in a form that Slack cannot refuse.</summary>
    public async Task<(ResponseDraft Full, ResponseDraft Plain)> WriteAsync(InteractionContext context, Response.Said said)
    {
        var connection = context.Connection.Name;
        var (shown, picture) = await enclosures.PictureAsync(context, await enclosures.HandOverAsync(context, said.Reply));
        var words = PostBody.Fit(shown, MessageLinks.Among(new NativeNames(connection, withPeople: true)));
        var block = await buttons.BlockAsync(words.Buttons, said.Write, CancellationToken.None);
        return (With(renderer.Write(words, connection), [picture, block]), With(new PlainReplyRenderer().Write(PictureNotice.Without(words), connection), [block]));
    }

    private static ResponseDraft With(ResponseDraft draft, IEnumerable<Block?> blocks) =>
        draft with { Blocks = [.. draft.Blocks ?? [], .. blocks.OfType<Block>()] };
}

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
