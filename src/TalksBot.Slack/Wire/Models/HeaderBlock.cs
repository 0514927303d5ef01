namespace TalksBot.Slack.Wire.Models;

/// <summary>A heading in plain text of at most 150 characters.</summary>
public sealed record HeaderBlock(SlackText Text) : Block
{
    public override string Type => "header";
}
