namespace TalksBot.Core.Commands;

/// <summary>A command as declared once for every platform.</summary>
/// <param name="Path">Its words, such as <c>deadline add</c>.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Role">The least role that may give it.</param>
/// <param name="Parameters">Its parameters; by position in this order where they are not named.</param>
public sealed record CommandSpec(string Path, string Summary, Role Role, IReadOnlyList<ParameterSpec> Parameters)
{
    /// <summary>The group it is listed in: the first of several words; <c>talks</c> for a command of one word.</summary>
    public string Group => Path.Contains(' ', StringComparison.Ordinal) ? Path.Split(' ')[0] : "talks";

    /// <summary>True when it changes the record.</summary>
    public bool Changes { get; init; }

    /// <summary>True when it tells other channels, so that it is previewed unless the caller agrees beforehand.</summary>
    public bool Announces { get; init; }

    /// <summary>True when it cannot be taken back, such as taking something back.</summary>
    public bool IsFinal { get; init; }

    /// <summary>A shorter word for it; empty for none.</summary>
    public string Alias { get; init; } = "";

    /// <summary>What it is good for, where it is one of the most frequent jobs, as in <c>Set a deadline</c>; empty for any other.</summary>
    public string Job { get; init; } = "";

    /// <summary>What its form is called, as people say it: <c>Report an update</c>; at most 24 characters. Its words where nothing is said.</summary>
    public string FormTitle { get => field.Length == 0 ? $"/talks {Path}" : field; init; } = "";

    /// <summary>True where few give it, or a button does: on a platform with room for few commands it gives way to the others.</summary>
    public bool IsRare { get; init; }

    /// <summary>A line somebody could type.</summary>
    public string Example { get; init; } = "";

    /// <summary>How it is typed, such as <c>/talks deadline add TALKS AT LABEL [consequence:…]</c>.</summary>
    public string Usage => string.Join(' ', ["/talks", Path, .. Parameters.Select(Word)]);

    private static string Word(ParameterSpec parameter) => parameter switch
    {
        { NamedOnly: true, Required: true } => $"{parameter.Name}:…",
        { NamedOnly: true } => $"[{parameter.Name}:…]",
        { Required: true, FromHere: false } => parameter.Name.ToUpperInvariant(),
        _ => $"[{parameter.Name.ToUpperInvariant()}]",
    };
}
