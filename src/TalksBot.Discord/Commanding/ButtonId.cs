using System.Globalization;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;

namespace TalksBot.Discord.Commanding;

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

/// <summary>Names the buttons of posts in channels.</summary>
internal sealed class PostButtonIds : IButtonIds
{
    /// <inheritdoc/>
    public string? IdOf(OutgoingPost post, PostButton button) =>
        ButtonCommands.Lasting(button, ButtonId.Carries) is { } command ? ButtonId.Write(command, button.Label) : null;
}
