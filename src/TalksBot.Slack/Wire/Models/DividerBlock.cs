namespace TalksBot.Slack.Wire.Models;

/// <summary>A line across.</summary>
public sealed record DividerBlock : Block
{
    public override string Type => "divider";
}
