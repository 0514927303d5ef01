using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>A post's buttons.</summary>
internal static class PostButtons
{
    /// <summary>The block of them; null where there are none. A button has to work for as long as the post stands, so one whose line Slack cannot carry is left out.</summary>
    public static ActionsBlock? Of(Post post)
    {
        var buttons =
            from button in post.Buttons
            let label = Markup.Shorten(CleanText.OneLine(button.Label), MessageLimits.Label)
            let command = ButtonCommands.Lasting(button, ButtonId.Carries)
            where label.Length > 0 && command is not null
            let id = ButtonId.Write(command, button.Label)
            select new Button(SlackText.Plain(label), id.ActionId, id.Value, Style: Style(button.Meaning));
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

/// <summary>
/// How an <c>action_id</c> and a <c>value</c> carry a button's command together: what a press does, a mark of the label, and the line or
/// its key, in the id where there is room and else in the value.
/// </summary>
internal static class ButtonId
{
    /// <summary>The most characters a <c>value</c> may have (slack.md §10).</summary>
    private const int LongestValue = 2_000;

    private const char InId = ':';
    private const char InValue = '=';
    private const char ByKey = '#';
    private const int HeadLength = 5;

    /// <summary>True for a bare line that Slack carries, in the id or in the value.</summary>
    public static bool Carries(string bare) => Escape(bare).Length <= LongestValue;

    /// <summary>
    /// The id of a button with this label, and the value that goes with it; null for none. Where the line stands in the value a mark of it
    /// stands in the id, for no two buttons of one message may have the same (slack.md §10).
    /// </summary>
    public static (string ActionId, string? Value) Write(ButtonCommand command, string label)
    {
        var text = Escape(command.Text);
        var place = command.IsKey ? ByKey : text.Length <= MessageLimits.ActionId - HeadLength ? InId : InValue;
        var id = string.Create(
            CultureInfo.InvariantCulture,
            $"{ButtonCommands.Letters[(int)command.Act]}{place}{ButtonCommand.MarkOf(label):x2}:{(place == InValue ? Digest(command.Text) : text)}");
        return (id, place == InValue ? text : null);
    }

    /// <summary>Reads an id and its value; null when it is none of ours.</summary>
    public static ButtonCommand? Read(string id, string? value)
    {
        if (id.Length < HeadLength || id[4] != ':' || id[1] is not (InId or InValue or ByKey))
        {
            return null;
        }

        var act = ButtonCommands.Letters.IndexOf(id[0], StringComparison.Ordinal);
        var text = id[1] == InValue ? value : id[HeadLength..];
        return act >= 0 && text is { Length: > 0 } ? new ButtonCommand((ButtonAct)act, Uri.UnescapeDataString(text), IsKey: id[1] == ByKey) : null;
    }

    /// <summary>Slack escapes <c>&amp; &lt; &gt;</c> in what comes back with a press, in places it does not name; a line without them comes back as it left.</summary>
    private static string Escape(string line) => line
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("&", "%26", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal);

    private static string Digest(string line) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 8));
}

/// <summary>Says that presses are answered here: only then have posts buttons.</summary>
internal sealed record PressesAnswered;
