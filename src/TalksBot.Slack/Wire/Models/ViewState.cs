namespace TalksBot.Slack.Wire.Models;

/// <summary>What the inputs hold, by block id and then by action id; user text.</summary>
public sealed record ViewState(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, InputValue>>? Values = null)
{
    /// <summary>What was typed or picked; null when the input is empty or not there.</summary>
    public string? ValueOf(string blockId, string actionId) =>
        Values?.GetValueOrDefault(blockId)?.GetValueOrDefault(actionId) is { } input
            ? input.Value ?? input.SelectedOption?.Value
            : null;
}
