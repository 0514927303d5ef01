namespace TalksBot.Slack.Wire.Models;

/// <summary>A small picture beside or among texts, from a file at Slack or from a public https address.</summary>
public sealed record ImageElement(string AltText, SlackFileLink? SlackFile = null, string? ImageUrl = null) : BlockElement
{
    public override string Type => "image";
}
