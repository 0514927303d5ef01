using System.Globalization;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Pictures;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>A reply as Discord's message: words, picture, file and buttons.</summary>
internal sealed class ReplyMessage(ButtonCommands commands, IPictures? pictures = null)
{
    private const int LongestContent = 2_000;
    private const string Marks = "\\*_~`|>#-[]<@:";

    private readonly PostPicture _picture = new(pictures);

    /// <summary>The embeds that a post would be, pinging nobody and within every limit.</summary>
    /// <param name="context">What is answered.</param>
    /// <param name="given">The reply.</param>
    /// <param name="rewrite">Opens a form in which the command can be written anew; null for none.</param>
    public async Task<MessageDraft> WriteAsync(InteractionContext context, Reply given, PostButton? rewrite, CancellationToken token)
    {
        var reply = ReplyAttachments.Fit(context, given);
        var body = PostBody.Of(reply.Body, reference: "", context.Connection.Name);
        var (embeds, files) = _picture.Of(reply.Body, body.Embeds);
        return new MessageDraft { Embeds = embeds, Files = [.. files, .. ReplyAttachments.Of(reply)], Components = await RowsAsync(body.Fitted.Buttons, rewrite, token) };
    }

    /// <summary>Text alone, every mark of Discord's own made harmless; what nothing can be wrong with.</summary>
    public static MessageDraft Plain(InteractionContext context, Reply given)
    {
        var reply = ReplyAttachments.Fit(context, given);
        var fitted = PostFit.Fit(reply.Body, LongestContent - Harmless(reply.Body.Heading).Length, piece => Harmless(PostText.Write(piece)).Length + 1);
        return new MessageDraft { Content = Typography.Shorten(Harmless(PostText.Write(fitted)), LongestContent), Files = ReplyAttachments.Of(reply) };
    }

    /// <summary>Rows of five buttons, the first one standing out.</summary>
    private async Task<IReadOnlyList<Component>> RowsAsync(IReadOnlyList<PostButton> buttons, PostButton? rewrite, CancellationToken token) =>
    [
        .. (await commands.OffersAsync(buttons, rewrite, ButtonId.Carries, token))
            .Select(button => (Label: Typography.Shorten(CleanText.OneLine(button.Label), PostButtons.LongestLabel), Id: ButtonId.Write(button.Command, button.Label), button.Meaning))
            .Where(button => button.Label.Length > 0)
            .DistinctBy(button => button.Id, StringComparer.Ordinal)
            .Select((button, i) => new Button(i == 0 && button.Meaning is ButtonMeaning.Plain ? ButtonStyle.Primary : PostButtons.Style(button.Meaning), button.Label, button.Id))
            .Chunk(PostButtons.InRow)
            .Take(PostButtons.Rows)
            .Select(row => new ActionRow([.. row])),
    ];

    private static string Harmless(string text) => string.Concat(text.Select(c => Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));
}

/// <summary>The file of a reply as an attachment.</summary>
internal static class ReplyAttachments
{
    /// <summary>The most bytes Discord takes in a file where an interaction does not say (discord.md §3).</summary>
    public const long Largest = 10 * 1024 * 1024;

    private const double Megabyte = 1024 * 1024;
    private const string Mend = "ask for another format, or run the program's own export where TalksBot runs.";

    /// <summary>The reply; where its file is larger than Discord takes there, a refusal instead.</summary>
    public static Reply Fit(InteractionContext context, Reply reply) => Fit(reply, context.Interaction.AttachmentSizeLimit ?? Largest);

    /// <summary>The same for so many bytes.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="largest">The most bytes a file may have.</param>
    public static Reply Fit(Reply reply, long largest) => reply.File is { Bytes.Length: var size } file && size > largest
        ? Reply.Refuse(string.Create(
            CultureInfo.InvariantCulture, $"{file.Name} has {size / Megabyte:0.0} MB, and Discord takes {largest / Megabyte:0.#} here; {Mend}"))
        : reply;

    /// <summary>What to say in place of a reply whose files Discord turned away: its words, where they stand for themselves.</summary>
    public static Reply Without(Reply reply) => reply.File is { } file
        ? Reply.Refuse($"Discord did not take {file.Name}; {Mend}")
        : reply with { Body = PictureNotice.Without(reply.Body) };

    /// <summary>The attachments; none where the reply has no file.</summary>
    public static IReadOnlyList<FileUpload> Of(Reply reply) =>
        reply.File is { } file ? [new FileUpload(file.Name, file.Bytes, ContentType: file.MediaType)] : [];
}
