using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;

namespace TalksBot.Core.Commands;

/// <summary>Reads a line as people type it, by the specs of the book. Pure; never throws, whatever the line is.</summary>
public static class CommandLine
{
    /// <summary>The longest line that is read, in characters.</summary>
    public const int LongestLength = 8_000;

    /// <summary>What the line says, or why it says nothing that can be done.</summary>
    /// <param name="book">The commands there are.</param>
    /// <param name="line">The line, with or without the leading <c>/talks</c>.</param>
    /// <param name="caller">Who typed it; whether their role is enough for the command is not looked at.</param>
    /// <param name="isForm">True where a form is to show it: what the line leaves unwritten, or says wrong of a choice, is written there.</param>
    public static CommandReading Read(CommandBook book, string line, Caller caller, bool isForm = false)
    {
        if (line.Length > LongestLength)
        {
            return new CommandReading.Refused(RefusalWording.TooLong(line.Length));
        }

        line = HiddenCharacters.AsMeant(line);
        if (!LineWords.TrySplit(line, out var words))
        {
            return new CommandReading.Refused(RefusalWording.OpenQuote());
        }

        var typed = WithoutPrefix(words);
        if (typed.Count == 0 && words.Count > 0 && book.Find(JobButtons.Desk) is { } desk)
        {
            return new CommandReading.Understood(new CommandCall(desk, new Dictionary<string, string>(StringComparer.Ordinal), caller));
        }

        return Match(book, typed) is var (spec, length)
            ? Place(spec, [.. typed.Skip(length).Select(word => Agreed(spec, word))], caller, isForm)
            : new CommandReading.Refused(CommandGuess.Answer(book, line, typed, caller.Role));
    }

    /// <summary>The first word may be the name of talks, or the talks may be left out: only the desk knows, so both readings are kept.</summary>
    private static CommandReading Place(CommandSpec spec, List<LineWord> given, Caller caller, bool isForm)
    {
        var placement = new Placement(spec, caller, isForm: isForm);
        var refusal = placement.Place(given);
        var other = new Placement(spec, caller, withoutTalks: true, isForm);
        var mayBeOther = spec.Parameters.Any(parameter => parameter is { FromHere: true, NamedOnly: false } && !given.Exists(word => parameter.Name.Equals(word.Key, StringComparison.OrdinalIgnoreCase)))
            && placement.FirstWord is not null;
        var unfit = mayBeOther ? other.Place(given) : null;

        // A form asks for what is missing, unless the first word cannot be a name.
        var isOther = mayBeOther && unfit is null && (placement.Unfinished is null || !IsName(placement.FirstWord!));
        return (refusal, isOther) switch
        {
            (null, _) => new CommandReading.Understood(placement.Call with { WithoutTalks = isOther ? other.Call : null }),
            (_, true) => new CommandReading.Understood(other.Call with { UnlessTalks = (placement.FirstWord!, refusal) }),
            ({ Body.Buttons.Count: 0 }, _) when unfit is { Body.Buttons.Count: > 0 } && !IsName(placement.FirstWord!) => new CommandReading.Refused(unfit),
            _ => new CommandReading.Refused(refusal) { Unfinished = placement.Unfinished },
        };
    }

    /// <summary>The same for a platform that has every value in its place already.</summary>
    /// <param name="spec">The command.</param>
    /// <param name="values">What was given, by parameter name.</param>
    /// <param name="caller">Who gave it; their role is not looked at.</param>
    public static CommandReading Read(CommandSpec spec, IReadOnlyDictionary<string, string> values, Caller caller)
    {
        var placement = new Placement(spec, caller);
        var refusal = placement.Place(values.ToDictionary(value => value.Key, value => HiddenCharacters.AsMeant(value.Value), StringComparer.Ordinal));
        return refusal is null
            ? new CommandReading.Understood(placement.Call)
            : new CommandReading.Refused(refusal) { Unfinished = placement.Unfinished };
    }

    /// <summary>True for a word that talks may be called by.</summary>
    private static bool IsName(string word) => Slug.IsValid(word.ToLowerInvariant()) && !word.All(char.IsAsciiDigit);

    private static List<LineWord> WithoutPrefix(IReadOnlyList<LineWord> words) =>
        words is [{ Quoted: false, Text: var first }, ..] && IsPrefix(first) ? [.. words.Skip(1)] : [.. words];

    /// <summary>On a terminal people agree with <c>--yes</c>.</summary>
    private static LineWord Agreed(CommandSpec spec, LineWord word) =>
        word is { Quoted: false, Text: "--yes" } && spec.Announces ? LineWord.Of(CommandCall.Confirm, "yes") : word;

    /// <summary>No command begins with a slash, so after one a slip in "talks" can mean nothing else.</summary>
    private static bool IsPrefix(string word) => word.StartsWith('/')
        ? NearMiss.Slips(word[1..], "talks") is not null
        : word.Equals("talks", StringComparison.OrdinalIgnoreCase);

    /// <summary>The command with the longest path that the line begins with, and how many words that is.</summary>
    private static (CommandSpec Spec, int Length)? Match(CommandBook book, List<LineWord> typed)
    {
        for (var count = Math.Min(typed.Count, 3); count > 0; count--)
        {
            var lead = typed.Take(count);
            if (lead.All(word => !word.Quoted) && book.Find(string.Join(' ', lead.Select(word => word.Text))) is { } spec)
            {
                return (spec, count);
            }
        }

        return null;
    }
}
