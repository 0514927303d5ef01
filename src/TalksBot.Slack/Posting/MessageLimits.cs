namespace TalksBot.Slack.Posting;

/// <summary>How much a message holds, in UTF-16 units after escaping (slack.md §3, §10).</summary>
internal static class MessageLimits
{
    public const int Header = 150;
    public const int Section = 3000;
    public const int Label = 75;
    public const int ActionId = 255;
    public const int Actions = 25;

    /// <summary>Over all sections: Slack publishes no cap for a message, and was seen to refuse at about 12,000.</summary>
    public const int AllSections = 9_000;

    /// <summary>The text beside the blocks; an edit is refused above 4,000.</summary>
    public const int Text = 3000;
}
