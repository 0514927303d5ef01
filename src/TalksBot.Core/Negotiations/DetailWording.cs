using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Negotiations;

/// <summary>What is said of talks, deadlines and sessions, as answers and the audit show that it reads otherwise. Pure.</summary>
public static class DetailWording
{
    private const string Nothing = "none";

    /// <summary>What it is called; empty for anything else that a change keeps.</summary>
    public static string Name(ChangeValue value) => value switch
    {
        ChangeValue.Detail { Field: DetailField.Reported } => "reported as",
        ChangeValue.Detail { Field: DetailField.By } => "set by",
        ChangeValue.Detail detail => detail.Field.ToString().ToLowerInvariant(),
        ChangeValue.Sides => "parties",
        ChangeValue.Home => "zone",
        ChangeValue.Wall => "clocks",
        ChangeValue.Until => "until",
        ChangeValue.Repeats => "repeats",
        _ => "",
    };

    /// <summary>What was said before and is said since, its name once: <c>venue “Geneva”, was none</c>; null for anything else that a change keeps.</summary>
    public static string? Difference(ChangeValue before, ChangeValue after) =>
        Name(after) is { Length: > 0 } name && Name(before) == name ? $"{name} {Words(after)}, was {Words(before)}" : null;

    /// <summary>What it says.</summary>
    /// <param name="value">One that has a name.</param>
    /// <param name="longest">So much of words is shown.</param>
    public static string Words(ChangeValue value, int longest = int.MaxValue) => value switch
    {
        ChangeValue.Detail { Text: "" } or ChangeValue.Sides { Parties: [] } or ChangeValue.Until { At: null } or ChangeValue.Repeats { Rule: null } => Nothing,
        ChangeValue.Detail detail => $"“{Typography.Shorten(detail.Text, longest)}”",
        ChangeValue.Sides sides => Typography.Shorten(string.Join("; ", sides.Parties.Select(Side)), longest),
        ChangeValue.Home home => home.Zone.Id,
        ChangeValue.Wall wall => string.Join(", ", wall.Clocks),
        ChangeValue.Repeats repeats => RepeatWording.Of(repeats.Rule!),
        ChangeValue.Until until => TimeWording.Full(until.At!),
        _ => ChangeWording.Of(value),
    };

    private static string Side(Party party) =>
        $"{party.Code}={party.Name}{(party.Principals.Count == 0 ? "" : $" ({string.Join("; ", party.Principals)})")}";
}
