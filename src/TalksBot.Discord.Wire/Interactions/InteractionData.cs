using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Interactions;

/// <summary>What was typed, pressed, picked or filled in; which parts are present depends on the type (discord.md §7).</summary>
public sealed record InteractionData(
    Snowflake? Id = null,
    string? Name = null,
    CommandType? Type = null,
    IReadOnlyList<InteractionOption>? Options = null,
    ResolvedData? Resolved = null,
    Snowflake? TargetId = null,
    string? CustomId = null,
    int? ComponentType = null,
    IReadOnlyList<string>? Values = null,
    IReadOnlyList<ReceivedComponent>? Components = null)
{
    /// <summary>The command with its group and subcommand: <c>deadline</c>, <c>add</c>.</summary>
    public IReadOnlyList<string> CommandPath()
    {
        List<string> path = [Name ?? ""];
        for (var nested = Nested(Options); nested is not null; nested = Nested(nested.Options))
        {
            path.Add(nested.Name);
        }

        return path;
    }

    /// <summary>The arguments themselves, taken out of group and subcommand.</summary>
    public IReadOnlyList<InteractionOption> Arguments()
    {
        var options = Options;
        while (Nested(options) is { } nested)
        {
            options = nested.Options;
        }

        return options ?? [];
    }

    /// <summary>What each input of a modal holds, by the input's id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ModalValues()
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var input in (Components ?? []).SelectMany(component => component.Inputs()))
        {
            values[input.CustomId!] = input.Values ?? [input.Value ?? ""];
        }

        return values;
    }

    private static InteractionOption? Nested(IReadOnlyList<InteractionOption>? options) =>
        options?.FirstOrDefault(
            option => option.Type is CommandOptionType.Subcommand or CommandOptionType.SubcommandGroup);
}
