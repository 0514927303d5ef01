using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;

namespace TalksBot.Slack.Commanding;

/// <summary>
/// What an <c>action_id</c> and a <c>value</c> say together: the command line itself where it is short enough, else the key of one
/// that is kept in memory for a while.
/// </summary>
/// <param name="Act">What a press does.</param>
/// <param name="Place">Where the line is.</param>
/// <param name="Text">The line without <c>/talks</c>, or the key.</param>
internal sealed record ButtonId(ButtonAct Act, LinePlace Place, string Text)
{
    /// <summary>The most characters a <c>value</c> may have (slack.md §10).</summary>
    private const int LongestValue = 2_000;

    private const string Acts = "rwa";
    private const string Places = ":=#";
    private const int HeadLength = 5;

    /// <summary>The value that goes with the id; null for none.</summary>
    public string? Value => Place == LinePlace.Value ? Written(Text) : null;

    /// <summary>The id with a mark of the label, and of a line that stands elsewhere: no two buttons of one message may have the same (slack.md §10).</summary>
    public string Write(string label) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Acts[(int)Act]}{Places[(int)Place]}{Mark(label):x2}:{(Place == LinePlace.Value ? Digest(Text) : Written(Text))}");

    /// <summary>The id of a button that carries its line, in the id or in the value; null for a line too long for either.</summary>
    /// <param name="act">What a press does.</param>
    /// <param name="line">The line without <c>/talks</c>.</param>
    public static ButtonId? Carrying(ButtonAct act, string line) => Written(line).Length switch
    {
        <= BlockLimits.ActionId - HeadLength => new(act, LinePlace.Id, line),
        <= LongestValue => new(act, LinePlace.Value, line),
        _ => null,
    };

    /// <summary>Reads an id and its value; null when it is none of ours.</summary>
    public static ButtonId? Read(string id, string? value)
    {
        if (id.Length < HeadLength || id[4] != ':')
        {
            return null;
        }

        var (act, place) = (Acts.IndexOf(id[0], StringComparison.Ordinal), Places.IndexOf(id[1], StringComparison.Ordinal));
        var text = place == (int)LinePlace.Value ? value : id[HeadLength..];
        return act >= 0 && place >= 0 && text is { Length: > 0 } ? new ButtonId((ButtonAct)act, (LinePlace)place, Uri.UnescapeDataString(text)) : null;
    }

    /// <summary>Slack escapes <c>&amp; &lt; &gt;</c> in what comes back with a press, in places it does not name; a line without them comes back as it left.</summary>
    private static string Written(string line) => line
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("&", "%26", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal);

    private static string Digest(string line) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 8));

    private static byte Mark(string label) => Encoding.UTF8.GetBytes(label).Aggregate((byte)17, (mark, next) => (byte)((mark * 31) + next));
}

/// <summary>What a press does with its line.</summary>
internal enum ButtonAct
{
    /// <summary>Runs it.</summary>
    Run = 0,

    /// <summary>Opens a form in which its long texts can be written.</summary>
    Write = 1,

    /// <summary>Opens a form that shows what it says, to be written or changed.</summary>
    Ask = 2,
}

/// <summary>Names the buttons of posts in channels. They must outlive a restart, so a line too long for Slack to carry gets no button.</summary>
internal sealed class PostButtonIds : IButtonIds
{
    /// <inheritdoc/>
    public (string ActionId, string? Value)? IdOf(OutgoingPost post, PostButton button) =>
        ButtonId.Carrying(button.OpensForm ? ButtonAct.Ask : ButtonAct.Run, KeptLines.Bare(button.Command)) is { } id ? (id.Write(button.Label), id.Value) : null;
}
