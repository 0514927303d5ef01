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

    /// <summary>How it read before; empty for something new.</summary>
    [Words(StateLimit, MayBeEmpty = true)]
    public string Before { get; init; } = "";

    /// <summary>How it reads since; empty where nothing can be said.</summary>
    [Words(StateLimit, MayBeEmpty = true)]
    public string After { get; init; } = "";

    internal static FiledChange From(Change change) => new()
    {
        At = change.At,
        By = change.By,
        Where = change.Where,
        Subject = change.Subject,
        Verb = change.Verb,
        Before = change.Before,
        After = change.After,
    };

    internal Change Restore() => new(new Stamp(At, By, Where), Subject, Verb, Before, After);
}
