using System.Security.Cryptography;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>One command that changed something: who gave it, where, when, its words, and what it changed.</summary>
public sealed class Act
{
    /// <summary>How long whoever gave it can take it back, and nobody is asked first.</summary>
    public static readonly Duration UndoWithin = Duration.FromMinutes(5);

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int KeyLength = 10;

    private Act()
    {
    }

    /// <summary>A command that is being carried out.</summary>
    /// <param name="line">The command as it would be typed.</param>
    /// <param name="stamp">Who gave it, where and when.</param>
    /// <param name="idempotencyKey">What the platform calls the giving of it; null where nothing is told twice.</param>
    public Act(string line, Stamp stamp, string? idempotencyKey)
    {
        Key = RandomNumberGenerator.GetString(Alphabet, KeyLength);
        Line = line;
        At = stamp.At;
        By = stamp.By;
        Person = stamp.Person;
        Where = stamp.Where;
        IdempotencyKey = idempotencyKey;
    }

    /// <summary>The row's number, rising in the order of the commands.</summary>
    public long Id { get; private set; }

    /// <summary>Its name in <c>/talks undo</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The slug of the talks it changed; empty for the desk as a whole.</summary>
    public string Talks { get; private set; } = "";

    /// <summary>The command as it would be typed.</summary>
    public string Line { get; private set; } = "";

    /// <summary>The command's own words, without anything that was typed after them: <c>update add</c>.</summary>
    public string Command => string.Join(' ', Line.Split(' ').Skip(1).TakeWhile(word => !word.Contains(':', StringComparison.Ordinal)));

    /// <summary>When it was given.</summary>
    public Instant At { get; private set; }

    /// <summary>Who gave it, in print.</summary>
    public string By { get; private set; } = "";

    /// <summary>Who gave it, by the platform's lasting identity.</summary>
    public string Person { get; private set; } = "";

    /// <summary>The channel it came from.</summary>
    public string Where { get; private set; } = "";

    /// <summary>What the platform calls the giving of it; null where nothing is told twice.</summary>
    public string? IdempotencyKey { get; private set; }

    /// <summary>What it changed, for taking it back.</summary>
    public IReadOnlyList<PartChange> Parts { get; private set; } = [];

    /// <summary>Who took it back; null while it holds.</summary>
    public string? UndoneBy { get; private set; }

    /// <summary>True when it opened the talks.</summary>
    public bool Opens => Parts.Any(part => part is { Name: TalksParts.Whole, Before: null });

    /// <summary>The updates it added, and those that said something else before it to those who may see them.</summary>
    public IEnumerable<string> Reworded => Parts
        .Where(part => part.Name.StartsWith('#') && (part.Before is null || TalksParts.Said(part.Before) != TalksParts.Said(part.After)))
        .Select(part => part.Name);

    /// <summary>The updates that it changed and left there, by number, as it left them.</summary>
    public IEnumerable<Update> UpdatesAfter() => Parts
        .Where(part => part is { Name: ['#', ..], After: not null })
        .Select(part => TalksParts.Read<FiledUpdate>(part.After!).Restore())
        .OrderBy(update => update.Number);

    /// <summary>The codes of the sides that the talks had before it, where it changed the talks as a whole.</summary>
    public IEnumerable<string> SidesBefore => Parts
        .Where(part => part is { Name: TalksParts.Whole, Before: not null })
        .SelectMany(part => TalksParts.Read<FiledTalks>(part.Before!).Parties)
        .Select(party => party.Code);

    /// <summary>True when somebody said by it that something was seen, and nothing else.</summary>
    public bool IsWord => Parts.Count > 0 && Parts.All(part => TalksParts.IsWord(part.Name));

    /// <summary>True once others have gone by it: it is shown what taking it back would do before that is done.</summary>
    public bool IsOld(Instant now) => now - At > UndoWithin;

    /// <summary>It changed these parts of these talks.</summary>
    public void Changed(string talks, IReadOnlyList<PartChange> parts) => (Talks, Parts) = (talks, parts);

    /// <summary>Takes it back.</summary>
    /// <param name="stamp">Who takes it back, where and when.</param>
    /// <param name="mayUndoOthers">True for an editor.</param>
    /// <returns>Null when done, else the sentence that refuses it.</returns>
    public string? Undo(Stamp stamp, bool mayUndoOthers)
    {
        var refusal = this switch
        {
            { UndoneBy: { } by } => $"That was undone already, by {by}.",
            _ when IsOld(stamp.At) && !mayUndoOthers => "That is more than 5 minutes ago, so only an editor can take it back; or change it with a new command.",
            _ when Person != stamp.Person && !mayUndoOthers => $"Only {By} or an editor can undo that.",
            _ => null,
        };
        UndoneBy ??= refusal is null ? stamp.By : null;
        return refusal;
    }
}
