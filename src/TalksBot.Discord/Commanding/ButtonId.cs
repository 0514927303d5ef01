using System.Globalization;
using System.Text;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;

namespace TalksBot.Discord.Commanding;

/// <summary>
/// What a <c>custom_id</c> says: the command line itself where it is short enough (such a button works for ever), else the
/// key of one that is kept for a while.
/// </summary>
/// <param name="Act">What a press does.</param>
/// <param name="IsKey">True when <paramref name="Text"/> is a key.</param>
/// <param name="Text">The line without <c>/talks</c>, or the key.</param>
internal sealed record ButtonId(ButtonAct Act, bool IsKey, string Text)
{
    /// <summary>The most characters an id may have (discord.md §4).</summary>
    public const int Longest = 100;

    private const string Prefix = "/talks ";
    private const string Acts = "rwfa";
    private const int HeadLength = 5;

    /// <summary>The id that holds the line; null when it is too long for one.</summary>
    public static ButtonId? Of(ButtonAct act, string line) =>
        WithoutPrefix(line) is var bare && bare.Length <= Longest - HeadLength ? new ButtonId(act, IsKey: false, bare) : null;

    /// <summary>The line as ids and keys hold it.</summary>
    public static string WithoutPrefix(string line) => line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..] : line;

    /// <summary>The id with a mark of the label, which keeps two buttons of one message apart.</summary>
    public string Write(string label) =>
        string.Create(CultureInfo.InvariantCulture, $"{Acts[(int)Act]}{(IsKey ? '#' : ':')}{Mark(label):x2}:{Text}");

    /// <summary>Reads an id; null when it is none of ours.</summary>
    public static ButtonId? Read(string? id) =>
        id is { Length: > HeadLength } && id[4] == ':' && Acts.IndexOf(id[0], StringComparison.Ordinal) is >= 0 and var act && id[1] is ':' or '#'
            ? new ButtonId((ButtonAct)act, id[1] == '#', id[HeadLength..])
            : null;

    private static byte Mark(string label) => Encoding.UTF8.GetBytes(label).Aggregate((byte)17, (mark, next) => (byte)((mark * 31) + next));
}

/// <summary>What a press, or the sending of a form, does with its line.</summary>
internal enum ButtonAct
{
    /// <summary>Runs it.</summary>
    Run = 0,

    /// <summary>Opens a form in which its long texts can be written anew.</summary>
    Write = 1,

    /// <summary>Runs it with what was written in the form.</summary>
    Form = 2,

    /// <summary>Opens a form that shows what it says, to be written or changed.</summary>
    Ask = 3,
}

/// <summary>Names the buttons of posts in channels. They must outlive a restart, so a line too long for an id gets no button.</summary>
internal sealed class PostButtonIds : IButtonIds
{
    /// <inheritdoc/>
    public string? IdOf(OutgoingPost post, PostButton button) => ButtonId.Of(button.OpensForm ? ButtonAct.Ask : ButtonAct.Run, button.Command)?.Write(button.Label);
}
