using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Features.Commands;

/// <summary>What the desk answers when something reads otherwise: what changed, and nothing else.</summary>
internal static class EditReplies
{
    /// <summary>So much of words is enough to know them by.</summary>
    private const int Echoed = 76;

    /// <summary>A line for each thing that the command at hand has changed: how it read before, and reads since.</summary>
    public static IEnumerable<PostPiece> Changes(Negotiation talks) =>
        from change in talks.ChangesMade()
        where change.Verb is ChangeVerb.Set
        select new PostPiece.Field(Typography.Capital(DetailWording.Name(change.After)), $"{DetailWording.Words(change.Before, Echoed)} → {DetailWording.Words(change.After, Echoed)}");

    /// <summary>What is said, as it is typed where it may be left unsaid.</summary>
    public static string OrNothing(string words) => words.Length == 0 ? CommandCall.Nothing : words;

    /// <summary>Whom it concerns that what they saw reads otherwise; none where nobody saw it.</summary>
    /// <param name="told">How many channels are told.</param>
    public static IEnumerable<PostPiece> Told(int told) => told == 0
        ? []
        : [new PostPiece.Line(told == 1 ? "The one channel that saw it is told, and its alerts read so." : $"{Typography.Count(told, "channel")} that saw it are told, and their alerts read so.")];
}
