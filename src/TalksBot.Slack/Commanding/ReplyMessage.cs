using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>A reply as Slack's message: words, picture and buttons.</summary>
internal sealed class ReplyMessage(ButtonCommands commands, ReplyAttachments enclosures)
{
    /// <summary>The message in full, once its file has been handed over, and in a form that Slack cannot refuse.</summary>
    public async Task<(ResponseDraft Full, ResponseDraft Plain)> WriteAsync(InteractionContext context, Response.Said said)
    {
        var connection = context.Connection.Name;
        var (shown, picture) = await enclosures.PictureAsync(context, await enclosures.HandOverAsync(context, said.Reply));
        var links = MessageLinks.Among(new NativeNames(connection, withPeople: true));
        var words = PostBody.Fit(shown, links);
        var block = await ButtonsAsync(words.Buttons, said.Write, CancellationToken.None);
        return (With(PostBody.Of(words, reference: "", links), words, [picture, block]), With(Plain(PictureNotice.Without(words)), words, [block]));
    }

    /// <summary>The block of the buttons, the first one standing out; null when there are none.</summary>
    private async Task<ActionsBlock?> ButtonsAsync(IReadOnlyList<PostButton> buttons, PostButton? write, CancellationToken token)
    {
        var elements = (await commands.OffersAsync(buttons, write, ButtonId.Carries, token))
            .Select(button => (Label: Markup.Shorten(CleanText.OneLine(button.Label), MessageLimits.Label), Id: ButtonId.Write(button.Command, button.Label), button.Meaning))
            .Where(button => button.Label.Length > 0)
            .DistinctBy(button => button.Id.ActionId, StringComparer.Ordinal)
            .Take(MessageLimits.Actions)
            .Select((button, i) => new Button(
                SlackText.Plain(button.Label), button.Id.ActionId, button.Id.Value, Style: i == 0 && button.Meaning is ButtonMeaning.Plain ? "primary" : PostButtons.Style(button.Meaning)))
            .ToList<BlockElement>();
        return elements.Count == 0 ? null : new ActionsBlock(elements);
    }

    /// <summary>Text alone, every mark of Slack's own made harmless; what nothing can be wrong with.</summary>
    private static IReadOnlyList<Block> Plain(Post body)
    {
        var fitted = PostFit.Fit(body, MessageLimits.Section - Cost(body.Title), piece => Cost(PostText.Write(piece)));
        var text = Markup.Shorten(CleanText.Of(PostText.Write(fitted)).Trim(), MessageLimits.Section);
        return [new SectionBlock(SlackText.Plain(text.Length == 0 ? "…" : text))];
    }

    private static int Cost(string text) => Markup.Escape(CleanText.Of(text)).Length + 1;

    private static ResponseDraft With(IReadOnlyList<Block> body, Post words, IEnumerable<Block?> others) =>
        new() { Text = PostContent.Of(words, mention: null, reference: ""), Blocks = [.. body, .. others.OfType<Block>()] };
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
        /// <summary>True where it shows what stands at the desk, and not what came of something.</summary>
        public bool IsWhatStands { get; init; }

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
