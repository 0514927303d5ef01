using System.Text;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Commands;

/// <summary>The answer to a command, for the person who gave it.</summary>
/// <param name="Refused">True when nothing was done.</param>
/// <param name="Body">What to show.</param>
public sealed record Reply(bool Refused, Post Body)
{
    /// <summary>Done or answered.</summary>
    public static Reply Answer(Post body) => new(Refused: false, body);

    /// <summary>Done or answered, in one line and perhaps more.</summary>
    public static Reply Answer(string heading, params IReadOnlyList<PostPiece> pieces) =>
        Answer(new Post(heading, Severity.Calm, pieces));

    /// <summary>True when nothing was done yet: it shows what would be posted, and waits for the caller to agree.</summary>
    public bool IsPreview { get; init; }

    /// <summary>True where it must be agreed to before it is done, also where nobody is told.</summary>
    public bool AsksFirst { get; init; }

    /// <summary>True where it was answered, and the answer is that something is amiss: a program that asked must be able to tell.</summary>
    public bool TellsOfTrouble { get; init; }

    /// <summary>True where it was refused because something is amiss here, not with what was asked: the same may be done a moment later.</summary>
    public bool HasFailed { get; init; }

    /// <summary>The parameter that a refusal is about, which a form marks; null where it is about none alone.</summary>
    public string? Field { get; init; }

    /// <summary>True where <see cref="Field"/> takes one of a few words and was given another, or none: the sentence names them all.</summary>
    public bool IsOfChoice { get; init; }

    /// <summary>A file handed out with it; null for none.</summary>
    public ReplyFile? File { get; init; }

    /// <summary>What to show where no file can be handed out: the body with the file's text below it.</summary>
    public Post Whole => File is null ? Body : Body with { Pieces = [.. Body.Pieces, new PostPiece.Line(File.Content.TrimStart('\uFEFF').TrimEnd())] };

    /// <summary>Nothing was done yet: this is what would be.</summary>
    public static Reply Preview(Post body) => new(Refused: false, body) { IsPreview = true };

    /// <summary>Refused: one sentence that says what is wrong and what to do.</summary>
    public static Reply Refuse(string sentence) => new(Refused: true, new Post(sentence, Severity.Trouble, []));

    /// <summary>Refused, with what may have been meant.</summary>
    public static Reply Refuse(string sentence, IReadOnlyList<PostButton> readings) =>
        new(Refused: true, new Post(sentence, Severity.Trouble, []) { Buttons = readings });
}

/// <summary>A text file that an answer hands out: attached where the platform can, else shown below the answer.</summary>
/// <param name="Name">Its name with its ending: lower-case letters, digits, hyphens and dots.</param>
/// <param name="MediaType">What it holds, such as <c>text/csv</c>; always UTF-8.</param>
/// <param name="Content">The text.</param>
public sealed record ReplyFile(string Name, string MediaType, string Content)
{
    /// <summary>The text as bytes in UTF-8; a mark stands before it only where the text begins with one.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(Content);
}
