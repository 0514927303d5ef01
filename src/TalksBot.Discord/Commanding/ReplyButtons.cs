using TalksBot.Core.Posts;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>The buttons of a reply in rows of five, the first one standing out.</summary>
internal sealed class ReplyButtons(KeptLines lines)
{
    private const int RowLength = 5;
    private const int MostRows = 5;
    private const int LongestLabel = 80;

    /// <summary>The rows.</summary>
    /// <param name="buttons">What the reply offers.</param>
    /// <param name="rewrite">A line whose long texts can be written anew; null for none.</param>
    public IReadOnlyList<Component> Rows(IReadOnlyList<PostButton> buttons, string? rewrite = null)
    {
        var offered = buttons.Select(button => (button.Label, Id: lines.IdOf(ButtonAct.Run, button.Command).Write(button.Label)));
        if (rewrite is not null)
        {
            offered = offered.Prepend(("Write again", lines.IdOf(ButtonAct.Write, rewrite).Write("Write again")));
        }

        return
        [
            .. offered.DistinctBy(button => button.Id, StringComparer.Ordinal)
                .Select((button, i) => new Button(i == 0 ? ButtonStyle.Primary : ButtonStyle.Secondary, SlashText.Cut(button.Label, LongestLabel), button.Id))
                .Chunk(RowLength)
                .Take(MostRows)
                .Select(row => new ActionRow([.. row])),
        ];
    }
}
