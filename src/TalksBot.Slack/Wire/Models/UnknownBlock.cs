namespace TalksBot.Slack.Wire.Models;

/// <summary>A block of a kind this client does not know, kept so that it can be sent back unchanged.</summary>
public sealed record UnknownBlock(RawJson Raw) : Block
{
    public override string Type => Json.Text(Raw.Element, "type") ?? "";
}
