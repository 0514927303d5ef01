using TalksBot.Core.Commands;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>
/// People, roles and channels are picked in Discord's own way. What a picker cannot hold – nobody, everybody who is here, a channel of
/// another platform – has an option of its own beside it, which means the same parameter.
/// </summary>
internal static class SlashPicker
{
    private const string Elsewhere = "elsewhere";
    private const string Without = "-nobody";

    private static readonly ChannelType[] Postable = [ChannelType.Text, ChannelType.Announcement, ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread];

    private static readonly string[] Groups = ["nobody", "@here"];

    /// <summary>The options of a parameter that is picked; none for any other.</summary>
    public static IReadOnlyList<CommandOption> Of(ParameterSpec parameter) => parameter.Kind switch
    {
        ParameterKind.Channel =>
        [
            Picker(parameter, CommandOptionType.Channel) with { ChannelTypes = Postable },
            Text(parameter, Elsewhere, "instead: several channels, or one of another platform: #desk, slack:main/C0123", choices: null),
        ],
        ParameterKind.Person when parameter.NamedOnly =>
        [
            Picker(parameter, CommandOptionType.Mentionable),
            Text(parameter, $"{parameter.Name}{Without}", "instead: nobody, or everybody who is here", Groups),
        ],
        ParameterKind.Person => [Picker(parameter, CommandOptionType.Mentionable)],
        _ => [],
    };

    /// <summary>The parameter that an option means.</summary>
    public static string ParameterOf(InteractionOption option) => option.Name switch
    {
        Elsewhere => "channel",
        var name when name.EndsWith(Without, StringComparison.Ordinal) => name[..^Without.Length],
        var name => name,
    };

    /// <summary>What was picked or typed, as it would be written in a line.</summary>
    /// <param name="option">The argument.</param>
    /// <param name="resolved">What stands behind the ids.</param>
    /// <param name="connection">The connection's name, such as <c>discord:main</c>.</param>
    public static string Written(InteractionOption option, ResolvedData? resolved, string connection) => (option.Type, option.Value?.Text ?? "", option.Value?.Id) switch
    {
        (CommandOptionType.Channel, _, { } id) => $"{connection}/{id}",
        (CommandOptionType.Role, _, { } id) => $"<@&{id}>",
        (CommandOptionType.User, _, { } id) => $"<@{id}>",
        (CommandOptionType.Mentionable, _, { } id) => resolved?.Roles?.ContainsKey(id) is true ? $"<@&{id}>" : $"<@{id}>",
        var (_, text, _) when ParameterOf(option) is "channel" or "like" => TypedText.Channels(text, connection),
        var (_, text, _) => TypedText.Of(text),
    };

    private static CommandOption Picker(ParameterSpec parameter, CommandOptionType type) => new()
    {
        Type = type,
        Name = parameter.Name,
        Description = parameter.Summary,
        Required = parameter is { Required: true, FromHere: false } ? true : null,
    };

    private static CommandOption Text(ParameterSpec parameter, string name, string description, string[]? choices) => new()
    {
        Type = CommandOptionType.Text,
        Name = name,
        Description = $"{parameter.Name} {description}",
        Choices = choices is null ? null : [.. choices.Select(choice => new CommandChoice(choice, OptionValue.Of(choice)))],
    };
}

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

/// <summary>Completions as Discord takes them: 25 at most, 100 characters each, and no value cut short (discord.md §6).</summary>
internal static class SlashOffers
{
    private const int Most = 25;
    private const int Longest = 100;

    public static IReadOnlyList<CommandChoice> Of(IEnumerable<Completion> completions) =>
    [
        .. completions
            .Where(completion => completion.Value.Length is > 0 and <= Longest && completion.Label.Trim().Length > 0)
            .Take(Most)
            .Select(completion => new CommandChoice(Typography.Shorten(completion.Label.Trim(), Longest), OptionValue.Of(completion.Value))),
    ];
}
