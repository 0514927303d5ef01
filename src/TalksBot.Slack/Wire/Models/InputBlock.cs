namespace TalksBot.Slack.Wire.Models;

/// <summary>A labelled field of a form; required unless <c>Optional</c>.</summary>
public sealed record InputBlock(
    SlackText Label,
    BlockElement Element,
    SlackText? Hint = null,
    bool? Optional = null,
    bool? DispatchAction = null) : Block
{
    public override string Type => "input";
}
