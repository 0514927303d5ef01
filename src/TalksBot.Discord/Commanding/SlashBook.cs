using System.Text.RegularExpressions;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>
/// The command book as Discord's one command <c>/talks</c>: a group for the first of two words, a subcommand for one word.
/// What is beyond Discord's limits (discord.md §6) is shortened, then moved to the group <c>more</c>, what few give first, then left out and told.
/// </summary>
/// <param name="Command">The command to register.</param>
/// <param name="LeftOut">The commands that found no place; they cannot be given on Discord.</param>
internal sealed record SlashBook(ApplicationCommand Command, IReadOnlyList<string> LeftOut)
{
    /// <summary>The command's name.</summary>
    public const string Name = "talks";

    /// <summary>The command by which a server claims a connection that obeys none yet.</summary>
    public const string Claim = "claim";

    /// <summary>The group that takes the single words for which there is no place beside the others.</summary>
    public const string More = "more";

    /// <summary>What is registered beside it: it stands in the menu of every message, and makes an update of that (discord.md §6).</summary>
    public static readonly ApplicationCommand OnMessage = new() { Type = CommandType.Message, Name = MessageUpdate.Name };

    private const int MostOptions = 25;
    private const int LongestDescription = 100;
    private const int MostCharacters = 8_000;

    /// <summary>Fits the book.</summary>
    /// <param name="book">The commands there are.</param>
    /// <param name="everywhere">True for a command of all servers, false for one of a single server.</param>
    public static SlashBook Of(CommandBook book, bool everywhere)
    {
        var (fitting, leftOut) = Sort(book.Specs);
        while (true)
        {
            var options = Arrange(fitting);
            if (Shorten(options) is { } shortened)
            {
                return new SlashBook(Declare(shortened, everywhere), leftOut);
            }

            leftOut = [fitting[^1].Path, .. leftOut];
            fitting.RemoveAt(fitting.Count - 1);
        }
    }

    /// <summary>All that is offered while the connection obeys no server: the command that claims it.</summary>
    public static ApplicationCommand Claiming(CommandBook book) => Of(new CommandBook(book.Specs.Where(spec => spec.Path == Claim)), everywhere: true).Command;

    /// <summary>The command of the book behind the words that Discord sends.</summary>
    public static CommandSpec? Find(CommandBook book, IReadOnlyList<string> path) => path switch
    {
        [Name, More, var word] => book.Find($"{More} {word}") ?? book.Find(word),
        [Name, _] or [Name, _, _] => book.Find(string.Join(' ', path.Skip(1))),
        _ => null,
    };

    private static ApplicationCommand Declare(IReadOnlyList<CommandOption> options, bool everywhere) => new()
    {
        Type = CommandType.ChatInput,
        Name = Name,
        Description = "the deadline desk: talks, deadlines, sessions, updates",
        Options = options,
        Contexts = everywhere ? [CommandContext.Guild] : null,
        IntegrationTypes = everywhere ? [InstallationKind.Server] : null,
    };

    /// <summary>Those that Discord can take at all: one or two valid words, few enough parameters with valid names.</summary>
    private static (List<CommandSpec> Fitting, IReadOnlyList<string> LeftOut) Sort(IReadOnlyList<CommandSpec> specs)
    {
        var isFit = specs.ToLookup(spec =>
            spec.Path.Split(' ') is { Length: 1 or 2 } words
            && Array.TrueForAll(words, SlashName.IsValid)
            && spec.Parameters.SelectMany(SlashParameter.Of).Count() <= MostOptions
            && spec.Parameters.All(parameter => SlashName.IsValid(parameter.Name)));
        return ([.. isFit[true]], [.. isFit[false].Select(spec => spec.Path)]);
    }

    private static List<CommandOption> Arrange(IReadOnlyList<CommandSpec> specs)
    {
        var groups = specs.Where(spec => IsGrouped(spec)).GroupBy(spec => spec.Group, StringComparer.Ordinal)
            .SelectMany(group => group.Chunk(MostOptions).Take(1).Select(some => Group(group.Key, some))).ToList();
        var words = specs.Where(spec => !IsGrouped(spec) && !groups.Exists(group => group.Name == spec.Path)).OrderBy(spec => spec.IsRare).ToList();
        if (groups.Count + words.Count <= MostOptions)
        {
            return [.. words.Select(Subcommand), .. groups];
        }

        var places = Math.Max(0, MostOptions - groups.Count - 1);
        return [.. words.Take(places).Select(Subcommand), .. groups, Group(More, words.Skip(places).Take(MostOptions))];
    }

    private static bool IsGrouped(CommandSpec spec) => spec.Path.Contains(' ', StringComparison.Ordinal);

    private static CommandOption Group(string name, IEnumerable<CommandSpec> specs) => new()
    {
        Type = CommandOptionType.SubcommandGroup,
        Name = name,
        Description = name == More ? "more commands" : $"{name}s of talks",
        Options = [.. specs.Select(Subcommand)],
    };

    private static CommandOption Subcommand(CommandSpec spec) => new()
    {
        Type = CommandOptionType.Subcommand,
        Name = spec.Path.Split(' ')[^1],
        Description = spec.Summary,
        Options = [.. spec.Parameters.SelectMany(SlashParameter.Of).OrderBy(option => option.Required is not true)],
    };

    /// <summary>Cuts descriptions, those of parameters first, until everything fits; null when nothing helps.</summary>
    private static List<CommandOption>? Shorten(List<CommandOption> options)
    {
        foreach (var (summary, parameter) in Enumerable.Range(0, LongestDescription).Select(cut => (LongestDescription, LongestDescription - cut))
            .Concat(Enumerable.Range(0, LongestDescription).Select(cut => (LongestDescription - cut, 1))))
        {
            var cut = options.ConvertAll(option => SlashText.Cut(option, summary, parameter));
            if (cut.Sum(SlashText.Weigh) <= MostCharacters - LongestDescription)
            {
                return cut;
            }
        }

        return null;
    }
}

/// <summary>What Discord takes as the name of a command or an option (discord.md §6).</summary>
internal static partial class SlashName
{
    public static bool IsValid(string name) => Pattern().IsMatch(name) && !name.Any(char.IsUpper);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}

/// <summary>A set of commands as one text, the same for what was sent and for what Discord tells of it.</summary>
internal static class SlashSignature
{
    public static string Of(IEnumerable<ApplicationCommand> commands) =>
        string.Join('\n', commands.OrderBy(command => command.Name, StringComparer.Ordinal).Select(Of));

    private static string Of(ApplicationCommand command) =>
        $"{command.Type ?? CommandType.ChatInput} {command.Name} {Text(command.Description)} {command.DefaultMemberPermissions} "
        + $"{string.Join(',', command.Contexts ?? [])} {string.Join(',', command.IntegrationTypes ?? [InstallationKind.Server])} {Of(command.Options)}";

    private static string Of(IReadOnlyList<CommandOption>? options) => $"[{string.Join(';', (options ?? []).Select(Of))}]";

    private static string Of(CommandOption option) =>
        $"{option.Type} {option.Name} {Text(option.Description)} {option.Required is true} {option.Autocomplete is true} "
        + $"({string.Join(',', (option.Choices ?? []).Select(choice => $"{Text(choice.Name)}={Text(choice.Value.Text)}"))}) {Of(option.Options)}";

    /// <summary>With its length, so that no text can pass for the marks around it.</summary>
    private static string Text(string? text) => $"{text?.Length ?? 0}:{text}";
}

/// <summary>The lengths of what is registered: Discord counts every name, description and choice (discord.md §6).</summary>
internal static class SlashText
{
    /// <summary>The option with its own description and those of its parameters cut.</summary>
    public static CommandOption Cut(CommandOption option, int summary, int parameter) => option with
    {
        Description = Typography.Shorten(option.Description, option.Type is CommandOptionType.Subcommand or CommandOptionType.SubcommandGroup ? summary : parameter),
        Options = option.Options is null ? null : [.. option.Options.Select(inner => Cut(inner, summary, parameter))],
    };

    /// <summary>How much of the allowance it takes.</summary>
    public static int Weigh(CommandOption option) =>
        option.Name.Length
        + option.Description.Length
        + (option.Choices ?? []).Sum(choice => choice.Name.Length + choice.Value.Text.Length)
        + (option.Options ?? []).Sum(Weigh);
}
