namespace TalksBot.Discord.Posting;

/// <summary>One line of a description: clean text between markup of our own.</summary>
/// <param name="Open">Markup before the text.</param>
/// <param name="Text">The text, clean and not yet escaped, without line breaks.</param>
/// <param name="Close">Markup after the text.</param>
internal sealed record TextBlock(string Open, string Text, string Close = "")
{
    /// <summary>An empty line.</summary>
    public static TextBlock Gap { get; } = new("", "");

    /// <summary>The line as Discord takes it.</summary>
    public string Write() => $"{Open}{Markdown.Escape(Text)}{Close}";

    /// <summary>As much of the line as there is room for, ending in … where it was cut.</summary>
    public string Shorten(int room) => $"{Open}{Markdown.Shorten(Text, room - Open.Length - Close.Length)}{Close}";

    /// <summary>As much of the line as there is room for, and the line that is left.</summary>
    public (string Written, TextBlock Left) Split(int room)
    {
        var (marked, rest) = Markdown.Write(Text, room - Open.Length - Close.Length);
        return ($"{Open}{marked}{Close}", this with { Text = rest });
    }
}
