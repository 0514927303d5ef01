using System.Collections.Frozen;

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

    /// <summary>Of talks: those are meant that have ended, where they are left out.</summary>
    public bool HasEnded { get; init; }

    /// <summary>A word of its own kind that may stand ahead of the text after it, or be left out; <see cref="Reads"/> says which words are of that kind.</summary>
    public bool Leads { get; init; }

    /// <summary>It can only be given by name, never by position.</summary>
    public bool NamedOnly { get; init; }

    /// <summary>It holds several sentences, so a platform may offer a form to write it in.</summary>
    public bool Lengthy { get; init; }

    /// <summary>Of a text: it keeps its lines and paragraphs; any other is one line.</summary>
    public bool HasLines { get; init; }

    /// <summary>Of a time: it says when something happened, not when something will.</summary>
    public bool IsPast { get; init; }

    /// <summary>Whether words are such a value: those behind its name, without quotes, belong to it as long as they are. Null where that cannot be told.</summary>
    public Func<string, bool>? Reads { get; init; }

    /// <summary>The values a <see cref="ParameterKind.Choice"/> may take, lower case.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Other words for the choices, lower case with blanks between them, each with the choice that it means.</summary>
    public IReadOnlyDictionary<string, string> OtherWords { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What it is for, with the choices it has.</summary>
    public string Asks => Choices.Count == 0 ? Summary : $"{Summary} One of {string.Join(", ", Choices)}.";

    /// <summary>The choice that words mean, in any case of letters, with blanks or hyphens; null where they mean none.</summary>
    public string? ChoiceOf(string typed) => Choices.FirstOrDefault(choice => Plain(choice) == Plain(typed)) ?? OtherWords.GetValueOrDefault(Plain(typed));

    private static string Plain(string typed) =>
        string.Join(' ', typed.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}

/// <summary>What a parameter's value means; platforms choose the input and the completion by it.</summary>
public enum ParameterKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A negotiation's slug.</summary>
    Talks,

    /// <summary>A deadline's number, such as <c>D1</c>.</summary>
    Deadline,

    /// <summary>A session's number, such as <c>S4</c>.</summary>
    Session,

    /// <summary>The number of a deadline or of a session.</summary>
    Subject,

    /// <summary>An update's number, such as <c>#3</c>.</summary>
    Update,

    /// <summary>A sticking point's number, such as <c>P2</c>.</summary>
    Point,

    /// <summary>A news feed's number, such as <c>F3</c>.</summary>
    Feed,

    /// <summary>A lead's number, such as <c>L12</c>.</summary>
    Lead,

    /// <summary>The code of a party.</summary>
    Side,

    /// <summary>A time as people type it.</summary>
    Time,

    /// <summary>A length of time, such as <c>6h</c>.</summary>
    Span,

    /// <summary>A time zone or place.</summary>
    Zone,

    /// <summary>A channel, by its address; platforms may let it be picked.</summary>
    Channel,

    /// <summary>A person, or a role or group of a platform; platforms may let them be picked.</summary>
    Person,

    /// <summary>One of <see cref="ParameterSpec.Choices"/>.</summary>
    Choice,
}

/// <summary>Something to offer while a value is being typed.</summary>
/// <param name="Label">What the person sees; of any length.</param>
/// <param name="Value">What is typed in their place when they take it.</param>
public sealed record Completion(string Label, string Value);
