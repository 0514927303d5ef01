using TalksBot.Core.Posts;

namespace TalksBot.Core.Commands;

/// <summary>The answer to a line that begins with no known command: what was probably meant.</summary>
internal static class CommandGuess
{
    private const int MostGuesses = 4;

    /// <summary>The refusal, with the corrected line on a button where a command is close.</summary>
    /// <param name="book">The commands there are.</param>
    /// <param name="line">The line as typed.</param>
    /// <param name="typed">Its words without the leading <c>/talks</c>.</param>
    public static Reply Answer(CommandBook book, string line, IReadOnlyList<LineWord> typed)
    {
        if (typed.Count == 0)
        {
            return Refuse("Say what to do after /talks.", HelpWording.Book(book));
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
            return Refuse($"There is no command “{Echo.Of(first)}”. These are the ones there are:", HelpWording.Book(book));
        }

        var verbs = HelpWording.Group(book, group);
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

    /// <summary>The closest commands, of the group that was named if one was; several only when equally close.</summary>
    private static List<Guess> Guesses(CommandBook book, IReadOnlyList<LineWord> typed)
    {
        var group = book.Groups.FirstOrDefault(known => known.Equals(typed[0].Text, StringComparison.OrdinalIgnoreCase));
        var specs = book.Specs.Where(spec => group is null || spec.Group == group);
        var close = specs.Select(spec => Closest(spec, typed)).OfType<Guess>().ToList();
        return [.. close.Where(guess => guess.Slips == close.Min(g => g.Slips)).Take(MostGuesses)];
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

        return forms.OfType<Guess>().MinBy(guess => guess.Slips);
    }

    private static string Corrected(string line, IReadOnlyList<LineWord> typed, Guess guess) =>
        $"/talks {guess.Spec.Path} {Echo.Whole(line[typed[guess.Words - 1].End..]).Trim()}".TrimEnd();

    private static Reply Refuse(string sentence, Post help) =>
        new(Refused: true, help with { Heading = sentence, Severity = Severity.Pressing });

    /// <summary>A command that may have been meant by the line's first words.</summary>
    private sealed record Guess(CommandSpec Spec, int Words, int Slips)
    {
        public static Guess? Of(CommandSpec spec, int words, int? slips) => slips is { } count ? new Guess(spec, words, count) : null;
    }
}
