using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Core.Commands;

/// <summary>The answer to a line that begins with no known command: what was probably meant.</summary>
internal static class CommandGuess
{
    private const int MostGuesses = 4;
    private const int LongestKey = 4;

    /// <summary>The refusal, with the corrected line on a button where a command is close.</summary>
    /// <param name="book">The commands there are.</param>
    /// <param name="line">The line as typed.</param>
    /// <param name="typed">Its words without the leading <c>/talks</c>.</param>
    /// <param name="role">What whoever typed it may do.</param>
    public static Reply Answer(CommandBook book, string line, IReadOnlyList<LineWord> typed, Role role)
    {
        if (typed.Count == 0)
        {
            return Refuse("Say what to do after /talks.", HelpWording.Book(book, role));
        }

        if (typed is [{ Text: var key }] && key.Length <= LongestKey && key.All(char.IsAsciiDigit))
        {
            return Reply.Refuse($"Nothing is offered under {key} now: a number chooses only from the last answer. Give the command again, or see /talks help.");
        }

        var guesses = Guesses(book, typed);
        if (guesses.Count > 0)
        {
            return Offer(line, typed, guesses);
        }

        var first = typed[0].Text;
        var group = NearMiss.Of(first, book.Groups);
        if (group is null)
        {
            return Refuse($"There is no command “{Echo.Of(first)}”. These are yours:", HelpWording.Book(book, role));
        }

        var verbs = HelpWording.Group(book, group, role);
        return typed.Count == 1
            ? Refuse($"Say what to do with “{group}”:", verbs)
            : Refuse($"“{group}” cannot “{Echo.Of(typed[1].Text)}”. It has these commands:", verbs);
    }

    private static Reply Offer(string line, IReadOnlyList<LineWord> typed, List<Guess> guesses)
    {
        var words = string.Join(' ', typed.Take(guesses[0].Words).Select(word => word.Text));
        return Reply.Refuse(
            $"There is no command “{Echo.Of(words)}”. Did you mean {string.Join(" or ", guesses.Select(g => $"`{g.Spec.Path}`"))}?",
            [.. guesses.Select(guess => new PostButton(guess.Spec.Path, Corrected(line, typed, guess)))]);
    }

    /// <summary>The commands that do what was said; else the closest by spelling, of the group that was named if one was.</summary>
    private static List<Guess> Guesses(CommandBook book, IReadOnlyList<LineWord> typed)
    {
        var group = book.Groups.FirstOrDefault(known => known.Equals(typed[0].Text, StringComparison.OrdinalIgnoreCase));
        var specs = book.Specs.Where(spec => group is null || spec.Group == group).ToList();
        if (Meant(specs, typed, group) is { } meant)
        {
            return meant;
        }

        var close = specs.Select(spec => Closest(spec, typed)).OfType<Guess>().ToList();
        return [.. close.Where(guess => guess.Slips == close.Min(g => g.Slips)).Take(MostGuesses)];
    }

    /// <summary>By meaning, where the verb is a word for something: then nothing is offered for its spelling. Null where it is none.</summary>
    private static List<Guess>? Meant(List<CommandSpec> specs, IReadOnlyList<LineWord> typed, string? group)
    {
        var at = group is null ? 0 : 1;
        if (typed.Count <= at || CommandMeanings.Of(typed[at].Text) is not { Count: > 0 } verbs)
        {
            return null;
        }

        // "add deadline": the group stands behind the verb.
        var turned = group is null && typed.Count > 1 ? specs.Select(spec => spec.Group).FirstOrDefault(known => NearMiss.Slips(typed[1].Text, known) is not null) : null;
        return
        [
            .. verbs.SelectMany(verb => specs.Where(spec => spec.Path.Split(' ')[^1] == verb && (turned is null || spec.Group == turned)))
                .Take(MostGuesses)
                .Select(spec => new Guess(spec, turned is null ? at + 1 : 2, 0)),
        ];
    }

    /// <summary>How close a command is: as it is written, with its words turned round, or by its verb alone.</summary>
    private static Guess? Closest(CommandSpec spec, IReadOnlyList<LineWord> typed)
    {
        var path = spec.Path.Split(' ');
        var forms = new List<Guess?>();
        for (var count = 1; count <= Math.Min(path.Length, typed.Count); count++)
        {
            var lead = string.Join(' ', typed.Take(count).Select(word => word.Text));
            forms.Add(Guess.Of(spec, count, NearMiss.Slips(lead, spec.Path)));
            forms.Add(Guess.Of(spec, count, NearMiss.Slips(lead, string.Join(' ', path.Reverse()))));
        }

        if (path.Length > 1)
        {
            forms.Add(Guess.Of(spec, 1, NearMiss.Slips(typed[0].Text, path[^1]) + 2));
        }

        var closest = forms.OfType<Guess>().MinBy(guess => guess.Slips);
        return closest is null || IsSafe(path, typed, closest) ? closest : null;
    }

    /// <summary>A verb that ends something is offered only for a slip in its own letters, never for a word that resembles it.</summary>
    private static bool IsSafe(string[] path, IReadOnlyList<LineWord> typed, Guess guess)
    {
        var verb = path[^1];
        return !CommandMeanings.Ends(verb) || typed.Take(guess.Words).Any(word => char.ToLowerInvariant(word.Text[0]) == verb[0] && NearMiss.Slips(word.Text, verb) is <= 1);
    }

    private static string Corrected(string line, IReadOnlyList<LineWord> typed, Guess guess) =>
        $"/talks {guess.Spec.Path} {Echo.Whole(line[typed[guess.Words - 1].End..]).Trim()}".TrimEnd();

    private static Reply Refuse(string sentence, Post help) =>
        new(Refused: true, help with { Heading = sentence, Severity = Severity.Trouble, Buttons = [] });

    /// <summary>A command that may have been meant by the line's first words.</summary>
    private sealed record Guess(CommandSpec Spec, int Words, int Slips)
    {
        public static Guess? Of(CommandSpec spec, int words, int? slips) => slips is { } count ? new Guess(spec, words, count) : null;
    }
}
