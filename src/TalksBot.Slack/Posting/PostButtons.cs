using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>A post's buttons.</summary>
internal static class PostButtons
{
    /// <summary>The block of them; null where there are none, or where nobody would answer a press.</summary>
    public static ActionsBlock? Of(OutgoingPost post, IButtonIds? ids)
    {
        if (ids is null)
        {
            return null;
        }

        var buttons =
            from button in post.Post.Buttons
            let label = Markup.Shorten(CleanText.OneLine(button.Label), BlockLimits.Label)
            let id = ids.IdOf(post, button)
            where label.Length > 0 && id is { ActionId.Length: > 0 and <= BlockLimits.ActionId }
            select new Button(SlackText.Plain(label), id.Value.ActionId, id.Value.Value, Style: Style(button.Meaning));
        List<Button> shown = [.. buttons.DistinctBy(button => button.ActionId, StringComparer.Ordinal).Take(BlockLimits.Actions)];
        return shown.Count == 0 ? null : new ActionsBlock(shown);
    }

    /// <summary>The colour of a meaning: green, red, or none.</summary>
    public static string? Style(ButtonMeaning meaning) => meaning switch
    {
        ButtonMeaning.Yes => "primary",
        ButtonMeaning.No => "danger",
        _ => null,
    };
}
