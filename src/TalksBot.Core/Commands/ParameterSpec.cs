namespace TalksBot.Core.Commands;

/// <summary>One parameter of a command.</summary>
/// <param name="Name">Its name in <c>name:value</c>, lower case.</param>
/// <param name="Kind">What its value means.</param>
/// <param name="Summary">What it is for, in one line.</param>
public sealed record ParameterSpec(string Name, ParameterKind Kind, string Summary)
{
    /// <summary>The command is refused without it.</summary>
    public bool Required { get; init; }

    /// <summary>Where it is left out, the desk takes what the caller's channel follows, if that is just one.</summary>
    public bool FromHere { get; init; }

    /// <summary>It can only be given by name, never by position.</summary>
    public bool NamedOnly { get; init; }

    /// <summary>It holds several sentences, so a platform may offer a form to write it in.</summary>
    public bool Lengthy { get; init; }

    /// <summary>Of a time: it says when something happened, not when something will.</summary>
    public bool IsPast { get; init; }

    /// <summary>Whether words are such a value: those behind its name, without quotes, belong to it as long as they are. Null where that cannot be told.</summary>
    public Func<string, bool>? Reads { get; init; }

    /// <summary>The values a <see cref="ParameterKind.Choice"/> may take, lower case.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
