using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;
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
    public async Task<IReadOnlyList<Component>> RowsAsync(IReadOnlyList<PostButton> buttons, string? rewrite, CancellationToken token)
    {
        var offered = new List<(string Label, string Id, ButtonMeaning Meaning)>();
        if (rewrite is not null)
        {
            await OfferAsync(offered, new PostButton("Write again", rewrite), ButtonAct.Write, token);
        }

        foreach (var button in buttons)
        {
            await OfferAsync(offered, button, button.OpensForm ? ButtonAct.Ask : ButtonAct.Run, token);
        }

        return
        [
            .. offered.DistinctBy(button => button.Id, StringComparer.Ordinal)
                .Select((button, i) => new Button(i == 0 && button.Meaning is ButtonMeaning.Plain ? ButtonStyle.Primary : PostButtons.Style(button.Meaning), SlashText.Cut(button.Label, LongestLabel), button.Id))
                .Chunk(RowLength)
                .Take(MostRows)
                .Select(row => new ActionRow([.. row])),
        ];
    }

    private async Task OfferAsync(List<(string Label, string Id, ButtonMeaning Meaning)> offered, PostButton button, ButtonAct act, CancellationToken token)
    {
        if (await lines.IdOfAsync(act, button.Command, token) is { } id)
        {
            offered.Add((button.Label, id.Write(button.Label), button.Meaning));
        }
    }
}
