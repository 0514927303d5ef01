using TalksBot.Core.Text;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>A change of the record as filed.</summary>
public sealed record FiledChange
{
    /// <summary>How long the old and the new state may read: a paragraph and the words around it.</summary>
    private const int StateLimit = UserText.ParagraphLimit + (2 * UserText.LineLimit);

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }

    /// <summary>Who made it, or <c>clock</c> where time itself caused it.</summary>
    public required string By { get; init; }

    /// <summary>The channel it was made in; empty where time itself caused it.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string Where { get; init; } = "";

    /// <summary>What was changed; empty for the talks as a whole.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string Subject { get; init; } = "";

    /// <summary>What was done to it.</summary>
    public required ChangeVerb Verb { get; init; }

    /// <summary>How it read before in words, typed or of an older version; null for something new, and where <see cref="Was"/> says it.</summary>
    [Words(StateLimit, MayBeEmpty = true, HasLines = true)]
    public string? Before { get; init; }

    /// <summary>How it reads since in words; null where nothing can be said, and where <see cref="Is"/> says it.</summary>
    [Words(StateLimit, MayBeEmpty = true, HasLines = true)]
    public string? After { get; init; }

    /// <summary>How it read before; null where it is words.</summary>
    public FiledValue? Was { get; init; }

    /// <summary>How it reads since; null where it is words.</summary>
    public FiledValue? Is { get; init; }

    internal ChangeValue Old => Was?.Restore() ?? ChangeValue.Of(Before ?? "");

    internal ChangeValue New => Is?.Restore() ?? ChangeValue.Of(After ?? "");

    internal static FiledChange From(Change change) => new()
    {
        At = change.At,
        By = change.By,
        Where = change.Where,
        Subject = change.Subject,
        Verb = change.Verb,
        Before = InWords(change.Before),
        After = InWords(change.After),
        Was = FiledValue.From(change.Before),
        Is = FiledValue.From(change.After),
    };

    internal Change Restore() => new(new Stamp(At, By, Where), Subject, Verb, Old, New);

    /// <summary>Words as they are; nothing for what is data.</summary>
    internal static string? InWords(ChangeValue value) => value is ChangeValue.Words { Text: { Length: > 0 } text } ? text : null;
}
