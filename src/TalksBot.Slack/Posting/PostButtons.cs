using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
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
            let label = Markup.Shorten(CleanText.OneLine(button.Label), MessageLimits.Label)
            let id = ids.IdOf(post, button)
            where label.Length > 0 && id is { ActionId.Length: > 0 and <= MessageLimits.ActionId }
            select new Button(SlackText.Plain(label), id.Value.ActionId, id.Value.Value, Style: Style(button.Meaning));
        List<Button> shown = [.. buttons.DistinctBy(button => button.ActionId, StringComparer.Ordinal).Take(MessageLimits.Actions)];
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

/// <summary>Names a post's buttons, so that a press can be told what it stands for; whoever answers presses brings it.</summary>
public interface IButtonIds
{
    /// <summary>What the platform keeps of a button and brings back with a press.</summary>
    /// <returns>
    /// The <c>action_id</c>, at most 255 characters and unique in its message, and the <c>value</c>, at most 2,000 characters or null
    /// (slack.md §10); null leaves the button off.
    /// </returns>
    (string ActionId, string? Value)? IdOf(OutgoingPost post, PostButton button);
}
