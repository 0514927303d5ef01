using TalksBot.Chat.Commanding;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>The buttons of a reply in rows of five, the first one standing out.</summary>
internal sealed class ReplyButtons(ButtonCommands commands)
{
    /// <summary>The rows.</summary>
    /// <param name="buttons">What the reply offers.</param>
    /// <param name="write">Opens a form in which long texts can be written; null for none.</param>
    public async Task<IReadOnlyList<Component>> RowsAsync(IReadOnlyList<PostButton> buttons, PostButton? write, CancellationToken token) =>
    [
        .. (await commands.OffersAsync(buttons, write, ButtonId.Carries, token))
            .Select(button => (Label: Typography.Shorten(CleanText.OneLine(button.Label), PostButtons.LongestLabel), Id: ButtonId.Write(button.Command, button.Label), button.Meaning))
            .Where(button => button.Label.Length > 0)
            .DistinctBy(button => button.Id, StringComparer.Ordinal)
            .Select((button, i) => new Button(i == 0 && button.Meaning is ButtonMeaning.Plain ? ButtonStyle.Primary : PostButtons.Style(button.Meaning), button.Label, button.Id))
            .Chunk(PostButtons.InRow)
            .Take(PostButtons.Rows)
            .Select(row => new ActionRow([.. row])),
    ];
}
