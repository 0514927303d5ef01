namespace TalksBot.Slack.Wire.Models;

/// <summary>An element of a kind this client does not know, kept so that it can be sent back unchanged.</summary>
public sealed record UnknownElement(RawJson Raw) : BlockElement
{
    public override string Type => Json.Text(Raw.Element, "type") ?? "";
}
