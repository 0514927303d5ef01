namespace TalksBot.Slack.Wire.Models;

/// <summary>A picture from a file at Slack or from a public https address, one of the two; 2000 characters of words for it.</summary>
public sealed record ImageBlock(
    string AltText, SlackFileLink? SlackFile = null, string? ImageUrl = null, SlackText? Title = null) : Block
{
    public override string Type => "image";
}
