namespace TalksBot.Slack.Wire.Models;

/// <summary>Up to ten texts and pictures in small print.</summary>
public sealed record ContextBlock(IReadOnlyList<BlockElement> Elements) : Block
{
    public override string Type => "context";
}
