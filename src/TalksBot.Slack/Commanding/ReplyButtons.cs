using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

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
