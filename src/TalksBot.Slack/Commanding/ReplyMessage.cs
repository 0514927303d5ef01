using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>A reply as Slack's message: words, picture and buttons.</summary>
internal sealed class ReplyMessage(IReplyForm form, ReplyButtons buttons, Enclosures enclosures)
{
    /// <summary>The message in full, once its file has been handed over, and in a form that Slack cannot refuse.</summary>
    public async Task<(ResponseDraft Full, ResponseDraft Plain)> WriteAsync(Visit visit, Response.Said said)
    {
        var connection = visit.Connection.Name;
        var (shown, picture) = await enclosures.PictureAsync(visit, await enclosures.HandOverAsync(visit, said.Reply));
        var words = PostBlocks.Fit(shown, MessageAddresses.Among(new ChannelNames(connection, withPeople: true)));
        var block = buttons.Block(words.Buttons, said.Write);
        return (With(form.Write(words, connection), [picture, block]), With(new PlainReplyForm().Write(PictureNotice.Without(words), connection), [block]));
    }

    private static ResponseDraft With(ResponseDraft draft, IEnumerable<Block?> blocks) =>
        draft with { Blocks = [.. draft.Blocks ?? [], .. blocks.OfType<Block>()] };
}

/// <summary>The buttons of a reply, the first one standing out.</summary>
internal sealed class ReplyButtons(KeptLines lines)
{
    /// <summary>The block that holds them; null when there are none.</summary>
    /// <param name="buttons">What the reply offers.</param>
    /// <param name="write">Opens a form for its line; null for none.</param>
    public ActionsBlock? Block(IReadOnlyList<PostButton> buttons, PostButton? write)
    {
        var offered = buttons.Select(button => (Label: LabelOf(button.Label), Id: lines.IdOf(button.OpensForm ? ButtonAct.Ask : ButtonAct.Run, button.Command), button.Meaning));
        if (write is not null)
        {
            offered = offered.Prepend((Label: LabelOf(write.Label), Id: lines.IdOf(ButtonAct.Write, write.Command), write.Meaning));
        }

        var elements = offered.Where(button => button.Label.Length > 0)
            .Select(button => (button.Label, ActionId: button.Id.Write(button.Label), button.Id.Value, button.Meaning))
            .DistinctBy(button => button.ActionId, StringComparer.Ordinal)
            .Take(BlockLimits.Actions)
            .Select((button, i) => new Button(SlackText.Plain(button.Label), button.ActionId, button.Value, Style: i == 0 && button.Meaning is ButtonMeaning.Plain ? "primary" : PostButtons.Style(button.Meaning)))
            .ToList<BlockElement>();
        return elements.Count == 0 ? null : new ActionsBlock(elements);
    }

    private static string LabelOf(string label) => Markup.Shorten(CleanText.OneLine(label), BlockLimits.Label);
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
