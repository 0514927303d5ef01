using TalksBot.Chat.Commanding;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>The buttons of a reply, the first one standing out.</summary>
internal sealed class ReplyButtons(ButtonCommands commands)
{
    /// <summary>The block that holds them; null when there are none.</summary>
    /// <param name="buttons">What the reply offers.</param>
    /// <param name="write">Opens a form for its line; null for none.</param>
    public async Task<ActionsBlock?> BlockAsync(IReadOnlyList<PostButton> buttons, PostButton? write, CancellationToken token)
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
}
