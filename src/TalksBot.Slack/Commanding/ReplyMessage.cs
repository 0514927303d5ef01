using Microsoft.Extensions.Logging;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Pictures;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Api;
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
        var (words, blocks) = PostBody.Of(shown, reference: "", links);
        var block = await ButtonsAsync(words.Buttons, said.Write, CancellationToken.None);
        return (With(blocks, words, [picture, block]), With(Plain(PictureNotice.Without(words)), words, [block]));
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

/// <summary>What comes with the words of a reply: its picture, and its file, which Slack shows to one person only in direct messages.</summary>
internal sealed partial class ReplyAttachments(MissingScopes scopes, ILogger<ReplyAttachments> log, IPictures? pictures = null)
{
    private readonly PostPicture _picture = new(pictures, log);

    /// <summary>True when the reply has some, which takes longer than a receipt may wait.</summary>
    public static bool Has(Reply reply) => reply is { File: not null } or { Body.Picture: not null };

    /// <summary>Hands the file over.</summary>
    /// <returns>The words to show: where the file is, or all of it where it could not be handed over.</returns>
    public async Task<Post> HandOverAsync(InteractionContext context, Reply reply)
    {
        if (reply.File is not { } file)
        {
            return reply.Body;
        }

        if (await ShareAsync(context, file) is not { } failure)
        {
            return reply.Body with { Pieces = [.. reply.Body.Pieces, new PostPiece.Line($"{file.Name} is in your direct messages with the bot.")] };
        }

        NotHandedOver(context.Connection.Name, context.Sender.UserId, failure);
        await scopes.TellAsync(context.Connection, failure, "files such as exports are shown as text, shortened where they are long");
        return reply.Whole;
    }

    /// <summary>The words, and the block of the reply's picture; where Slack does not take that, the words say so.</summary>
    public async Task<(Post Words, ImageBlock? Picture)> PictureAsync(InteractionContext context, Post words)
    {
        var block = await _picture.OfAsync(words, context.Connection, CancellationToken.None);
        return (block is null && pictures is not null ? PictureNotice.Without(words) : words, block);
    }

    private static async Task<SlackFailure?> ShareAsync(InteractionContext context, ReplyFile file)
    {
        var api = context.Connection.Api;
        var opened = await api.Conversations.OpenDirectAsync(context.Sender.UserId, CancellationToken.None);
        return opened is Answered<string>(var direct)
            ? (await api.Files.ShareAsync(new FileUpload(file.Name, file.Bytes, file.Name, file.Name), direct, CancellationToken.None)).Match(_ => (SlackFailure?)null, failure => failure)
            : ((Failed<string>)opened).Failure;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not hand a file to {User}, and showed it as text: {Why}")]
    private partial void NotHandedOver(string connection, string user, SlackFailure why);
}
