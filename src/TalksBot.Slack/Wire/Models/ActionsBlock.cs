namespace TalksBot.Slack.Wire.Models;

/// <summary>Up to 25 buttons and menus.</summary>
public sealed record ActionsBlock(IReadOnlyList<BlockElement> Elements) : Block
{
    public override string Type => "actions";
}
