using System.Globalization;
using TalksBot.Chat.Commanding;
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

    /// <summary>The rows. A button has to work for as long as the post stands, so one whose line Discord cannot carry is left out.</summary>
    public static IReadOnlyList<Component> Of(Post post)
    {
        var buttons =
            from button in post.Buttons
            let label = Typography.Shorten(CleanText.OneLine(button.Label), LongestLabel)
            let command = ButtonCommands.Lasting(button, ButtonId.Carries)
            where label.Length > 0 && command is not null
            select new Button(Style(button.Meaning), label, ButtonId.Write(command, button.Label));
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

/// <summary>How a <c>custom_id</c> carries a button's command: what a press does, a mark of the label, and the line or its key.</summary>
internal static class ButtonId
{
    /// <summary>The most characters an id may have (discord.md §4).</summary>
    public const int Longest = 100;

    private const int HeadLength = 5;

    /// <summary>True for a bare line that fits into an id.</summary>
    public static bool Carries(string bare) => bare.Length <= Longest - HeadLength;

    /// <summary>The id of a button with this label.</summary>
    public static string Write(ButtonCommand command, string label) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ButtonCommands.Letters[(int)command.Act]}{(command.IsKey ? '#' : ':')}{ButtonCommand.MarkOf(label):x2}:{command.Text}");

    /// <summary>Reads an id; null when it is none of ours.</summary>
    public static ButtonCommand? Read(string? id) =>
        id is { Length: > HeadLength } && id[4] == ':' && ButtonCommands.Letters.IndexOf(id[0], StringComparison.Ordinal) is >= 0 and var act && id[1] is ':' or '#'
            ? new ButtonCommand((ButtonAct)act, id[HeadLength..], IsKey: id[1] == '#')
            : null;
}

/// <summary>Says that presses are answered here: only then have posts buttons.</summary>
internal sealed record PressesAnswered;
