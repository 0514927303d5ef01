using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>A post's buttons in rows.</summary>
internal static class PostButtons
{
    public const int InRow = 5;
    public const int Rows = 5;
    public const int LongestLabel = 80;
    private const int LongestId = 100;

    /// <summary>The rows; none where nobody would answer a press.</summary>
    public static IReadOnlyList<Component> Of(OutgoingPost post, IButtonIds? ids)
    {
        if (ids is null)
        {
            return [];
        }

        var buttons =
            from button in post.Post.Buttons
            let label = Typography.Shorten(CleanText.OneLine(button.Label), LongestLabel)
            let id = ids.IdOf(post, button)
            where label.Length > 0 && id is { Length: > 0 and <= LongestId }
            select new Button(Style(button.Meaning), label, id);
        return [.. buttons.DistinctBy(button => button.CustomId, StringComparer.Ordinal).Take(InRow * Rows).Chunk(InRow).Select(row => new ActionRow(row))];
    }

    /// <summary>The colour of a meaning.</summary>
    public static ButtonStyle Style(ButtonMeaning meaning) => meaning switch
    {
        ButtonMeaning.Yes => ButtonStyle.Success,
        ButtonMeaning.No => ButtonStyle.Danger,
        _ => ButtonStyle.Secondary,
    };
}

/// <summary>Names a post's buttons, so that a press can be told what it stands for; whoever answers presses brings it.</summary>
public interface IButtonIds
{
    /// <summary>The <c>custom_id</c> of a button, at most 100 characters and unique in its message; null leaves the button off.</summary>
    string? IdOf(OutgoingPost post, PostButton button);
}
