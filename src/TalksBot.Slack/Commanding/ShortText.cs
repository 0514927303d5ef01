namespace TalksBot.Slack.Commanding;

/// <summary>Texts no longer than Slack takes them.</summary>
internal static class ShortText
{
    /// <summary>At most that many characters, with an ellipsis where some are left out; no character is cut in half.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}
