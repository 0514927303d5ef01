using System.Text;

namespace TalksBot.Core.Commands;

/// <summary>A text file that an answer hands out: attached where the platform can, else shown below the answer.</summary>
/// <param name="Name">Its name with its ending: lower-case letters, digits, hyphens and dots.</param>
/// <param name="MediaType">What it holds, such as <c>text/csv</c>; always UTF-8.</param>
/// <param name="Content">The text.</param>
public sealed record ReplyFile(string Name, string MediaType, string Content)
{
    /// <summary>The text as bytes in UTF-8; a mark stands before it only where the text begins with one.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(Content);
}
