using System.Globalization;
using System.Text.RegularExpressions;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Chat.Commanding;

/// <summary>
/// A message in a channel as the update it may become: its words and where it stands are filled in; who said it, and how well that is
/// sourced, nobody can tell from the message, so both are left to be written. Pure.
/// </summary>
/// <param name="Call">The command, for a form to show.</param>
/// <param name="Note">What has to be known of the words in the form; empty for nothing.</param>
public sealed partial record MessageUpdate(CommandCall Call, string Note)
{
    /// <summary>What people press on a message.</summary>
    public const string Name = "Make this an update";

    private const string Path = "update add";

    /// <summary>The form of a message; null where the desk knows no such command.</summary>
    /// <param name="book">The commands there are.</param>
    /// <param name="words">The message's words, free of the platform's markup; empty where it has none.</param>
    /// <param name="at">The message's own web address; null while it is not known.</param>
    /// <param name="caller">Who pressed, and where.</param>
    public static MessageUpdate? Of(CommandBook book, string words, Uri? at, Caller caller)
    {
        if (book.Find(Path) is not { } spec)
        {
            return null;
        }

        var clean = Gap().Replace(CleanText.Of(words), "\n\n").Trim();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["text"] = clean.Length == 0 ? PostButton.Unwritten : Typography.Shorten(clean, UserText.ParagraphLimit),
            ["source"] = PostButton.Unwritten,
            ["tier"] = PostButton.Unwritten,
            ["link"] = at?.AbsoluteUri ?? PostButton.Unwritten,
        };
        return new MessageUpdate(new CommandCall(spec, values, caller), NoteOf(clean));
    }

    private static string NoteOf(string words) => words.Length switch
    {
        0 => "what was heard; the message has no words of its own",
        > UserText.ParagraphLimit => string.Create(
            CultureInfo.InvariantCulture, $"shortened: the message has {words.Length:N0} characters, an update at most {UserText.ParagraphLimit:N0}"),
        _ => "",
    };

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
