namespace TalksBot.Discord.Wire.Interactions;

/// <summary>A part of a submitted modal: rows and labels hold inputs, inputs hold what was entered (discord.md §4).</summary>
public sealed record ReceivedComponent(
    int Type,
    string? CustomId = null,
    string? Value = null,
    IReadOnlyList<string>? Values = null,
    IReadOnlyList<ReceivedComponent>? Components = null,
    ReceivedComponent? Component = null)
{
    /// <summary>Every input at or below this part.</summary>
    public IEnumerable<ReceivedComponent> Inputs()
    {
        IEnumerable<ReceivedComponent> below = [.. Components ?? [], .. Component is null ? [] : new[] { Component }];
        var nested = below.SelectMany(component => component.Inputs());
        return CustomId is null ? nested : nested.Prepend(this);
    }
}
