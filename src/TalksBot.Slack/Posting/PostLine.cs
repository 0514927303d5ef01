namespace TalksBot.Slack.Posting;

/// <summary>One line of a post's body: clean text, perhaps between markup of our own.</summary>
/// <param name="Form">Where it can stand.</param>
/// <param name="Text">The text, clean and not yet escaped, without line breaks.</param>
internal sealed record PostLine(LineForm Form, string Text)
{
    /// <summary>A name that is longer than this gets no markup: it would leave its value no room.</summary>
    private const int LongestOpening = 500;

    /// <summary>Markup before the text.</summary>
    public string Open { get; private init; } = "";

    /// <summary>Markup after the text.</summary>
    public string Close { get; private init; } = "";

    /// <summary>The line where no markup works; null for one that would say nothing there.</summary>
    public string? Bare { get; private init; } = Text;

    /// <summary>The channels that the whole line shows by their names.</summary>
    public ChannelNames Channels { get; private init; } = ChannelNames.None;

    /// <summary>An empty line.</summary>
    public static PostLine Gap { get; } = Of("");

    /// <summary>Words alone.</summary>
    public static PostLine Of(string clean) => new(Markup.IsPlain(clean) ? LineForm.Either : LineForm.Literal, clean);

    /// <summary>Words alone, with channels by their names where nothing else in them could be taken for markup.</summary>
    public static PostLine Of(string clean, ChannelNames channels) => channels.AreIn(clean) && Markup.IsPlain(channels.Without(clean))
        ? new(LineForm.Marked, clean) { Channels = channels }
        : Of(clean);

    /// <summary>Words between markup of our own, or said another way where they could be taken for markup themselves.</summary>
    /// <param name="open">Markup before them, whose own words are escaped.</param>
    /// <param name="clean">The words.</param>
    /// <param name="close">Markup after them.</param>
    /// <param name="bare">The same line without markup.</param>
    public static PostLine Marked(string open, string clean, string close, string bare) => Marked(open, clean, close, bare, ChannelNames.None);

    /// <summary>The same with channels by their names.</summary>
    public static PostLine Marked(string open, string clean, string close, string bare, ChannelNames channels) =>
        clean.Length > 0 && open.Length <= LongestOpening && Markup.IsPlain(channels.Without(bare)) && Markup.IsPlain(channels.Without(clean))
            ? new(LineForm.Marked, clean) { Open = open, Close = close, Bare = bare, Channels = channels }
            : new(LineForm.Literal, bare);

    /// <summary>Nothing but markup of our own.</summary>
    public static PostLine Only(string markup) => new(LineForm.Marked, "") { Open = markup, Bare = null };

    /// <summary>The line as Slack takes it.</summary>
    public string Write() => Channels.Show($"{Open}{Markup.Escape(Text)}{Close}");

    /// <summary>As much of the line as there is room for, ending in … where it was cut; a channel cut short would be another one, so none is shown by its name.</summary>
    public string Shorten(int room) => $"{Open}{Markup.Shorten(Text, room - Open.Length - Close.Length)}{Close}";

    /// <summary>As much of the line as there is room for, and the line that is left.</summary>
    public (string Written, PostLine Left) Split(int room)
    {
        var (written, left) = Markup.Write(Text, room - Open.Length - Close.Length);
        return ($"{Open}{written}{Close}", this with { Text = left });
    }

    /// <summary>The line where no markup works; null when nothing is left of it.</summary>
    public PostLine? ToLiteral() => Bare is null ? null : new PostLine(LineForm.Literal, Bare);
}
