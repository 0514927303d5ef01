using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

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
