namespace TalksBot.Slack.Wire.Models;

/// <summary>A menu of at most 100 options, or of groups of them, one of the two.</summary>
public sealed record StaticSelect(
    string? ActionId = null,
    IReadOnlyList<SelectOption>? Options = null,
    IReadOnlyList<OptionGroup>? OptionGroups = null,
    SlackText? Placeholder = null,
    SelectOption? InitialOption = null) : BlockElement
{
    public override string Type => "static_select";
}
