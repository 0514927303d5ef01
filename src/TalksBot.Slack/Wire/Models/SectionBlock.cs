namespace TalksBot.Slack.Wire.Models;

/// <summary>A text, up to ten fields of 2000 characters, or both, with an element beside them.</summary>
public sealed record SectionBlock(
    SlackText? Text = null, IReadOnlyList<SlackText>? Fields = null, BlockElement? Accessory = null) : Block
{
    public override string Type => "section";
}
