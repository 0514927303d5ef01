namespace TalksBot.Core.Commands;

/// <summary>Every command, declared once: parsed, completed, listed and documented from here.</summary>
public sealed class CommandBook(IEnumerable<CommandSpec> specs)
{
    /// <summary>The commands in the order they are listed.</summary>
    public IReadOnlyList<CommandSpec> Specs { get; } = [.. specs];

    /// <summary>The groups in the order they are listed.</summary>
    public IReadOnlyList<string> Groups => [.. Specs.Select(spec => spec.Group).Distinct(StringComparer.Ordinal)];

    /// <summary>The command with exactly these words, or of this shorter word; null when there is none.</summary>
    public CommandSpec? Find(string path) => Specs.FirstOrDefault(spec =>
        spec.Path.Equals(path, StringComparison.OrdinalIgnoreCase) || (spec.Alias.Length > 0 && spec.Alias.Equals(path, StringComparison.OrdinalIgnoreCase)));
}
