using TalksBot.Core.Commands;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>One parameter as an option: picked in Discord's own way, with its choices, or completed while it is typed.</summary>
internal static class SlashParameter
{
    private const int MostChoices = 25;
    private const int LongestChoice = 100;

    public static IReadOnlyList<CommandOption> Of(ParameterSpec parameter) => SlashPicker.Of(parameter) is { Count: > 0 } pickers ? pickers : [Typed(parameter)];

    private static CommandOption Typed(ParameterSpec parameter)
    {
        var isList = parameter.Choices.Count is > 0 and <= MostChoices && parameter.Choices.All(choice => choice.Length <= LongestChoice);
        return new CommandOption
        {
            Type = CommandOptionType.Text,
            Name = parameter.Name,
            Description = parameter.Summary,
            // Several sentences may be left out here: then a form asks for them.
            Required = parameter is { Required: true, Lengthy: false, FromHere: false } ? true : null,
            Choices = isList ? [.. parameter.Choices.Select(choice => new CommandChoice(choice, OptionValue.Of(choice)))] : null,
            Autocomplete = !isList && parameter.Kind != ParameterKind.Text ? true : null,
        };
    }
}
