using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Core.Commands;

/// <summary>Finds what is being typed at the end of a line that is not finished yet. Pure; never throws, whatever the line is.</summary>
public static class LineCompletion
{
    /// <summary>What may be completed there.</summary>
    /// <param name="book">The commands there are.</param>
    /// <param name="line">The line up to where the person types, with or without the leading <c>/talks</c>.</param>
    /// <param name="role">Who types; commands that this role may not give are not offered.</param>
    public static CompletionPlace Find(CommandBook book, string line, Role role)
    {
        if (UnendedWord.Of(line) is not { } unended)
        {
            return CompletionPlace.Nothing(line.Length);
        }

        var before = WithoutPrefix(unended.Before);
        var words = Words(book, before, unended, role);
        var spec = Longest(book, before);
        if (spec is null || spec.Role > role)
        {
            return CompletionPlace.Nothing(unended.Start) with { Typed = unended.Typed, Words = words };
        }

        return new UnendedValues(spec, unended).Find([.. before.Skip(spec.Path.Split(' ').Length)]) with { Words = words };
    }

    private static List<LineWord> WithoutPrefix(IReadOnlyList<LineWord> words) =>
        words is [{ Quoted: false, Text: var first }, ..] && first.TrimStart('/').Equals("talks", StringComparison.OrdinalIgnoreCase)
            ? [.. words.Skip(1)]
            : [.. words];

    private static CommandSpec? Longest(CommandBook book, List<LineWord> before)
    {
        for (var count = Math.Min(before.Count, 3); count > 0; count--)
        {
            if (before.Take(count).All(word => !word.Quoted) && book.Find(string.Join(' ', before.Take(count).Select(word => word.Text))) is { } spec)
            {
                return spec;
            }
        }

        return null;
    }

    /// <summary>The next words that a command may have there, each once: with what it does where it ends a command, else with what may follow.</summary>
    private static List<Completion> Words(CommandBook book, List<LineWord> before, UnendedWord unended, Role role)
    {
        if (unended.IsQuoted || unended.Key is not null || before.Exists(word => word.Quoted))
        {
            return [];
        }

        if (before.Count == 0 && unended.Typed.StartsWith('/'))
        {
            return "/talks".StartsWith(unended.Typed, StringComparison.OrdinalIgnoreCase) ? [new Completion("/talks", "/talks")] : [];
        }

        return
        [
            .. book.Specs
                .Where(spec => spec.Role <= role)
                .Select(spec => (Spec: spec, Path: spec.Path.Split(' ')))
                .Where(one => one.Path.Length > before.Count
                    && one.Path.Take(before.Count).SequenceEqual(before.Select(word => word.Text), StringComparer.OrdinalIgnoreCase)
                    && one.Path[before.Count].StartsWith(unended.Typed, StringComparison.OrdinalIgnoreCase))
                .GroupBy(one => one.Path[before.Count], StringComparer.Ordinal)
                .Select(group => new Completion(Describe(group.Key, before.Count + 1, [.. group]), group.Key)),
        ];
    }

    private static string Describe(string word, int length, List<(CommandSpec Spec, string[] Path)> specs)
    {
        var further = specs.Where(one => one.Path.Length > length).Select(one => one.Path[length]).Distinct(StringComparer.Ordinal).ToList();
        var ends = specs.Find(one => one.Path.Length == length).Spec;
        var more = further.Count > 0 ? $"then {string.Join(", ", further)}" : "";
        return $"{word} – {(ends is null ? more : more.Length == 0 ? ends.Summary : $"{ends.Summary}; {more}")}";
    }
}

/// <summary>What is being typed, and what it may be.</summary>
/// <param name="Start">Where it begins in the line; what is chosen stands in its place.</param>
/// <param name="Typed">What is typed of it so far, without an opening quotation mark.</param>
/// <param name="Words">The next words of commands that begin so.</param>
/// <param name="Names">The names of parameters that begin so, with their colon, where no value is meant.</param>
/// <param name="Spec">The command being given; null while it is not known.</param>
/// <param name="Parameters">The parameters that it may be a value of, likeliest first.</param>
/// <param name="Given">What the other parameters hold so far, by name.</param>
public sealed record CompletionPlace(
    int Start,
    string Typed,
    IReadOnlyList<Completion> Words,
    IReadOnlyList<Completion> Names,
    CommandSpec? Spec,
    IReadOnlyList<ParameterSpec> Parameters,
    IReadOnlyDictionary<string, string> Given)
{
    /// <summary>Nothing can be completed there.</summary>
    internal static CompletionPlace Nothing(int start) => new(start, "", [], [], null, [], new Dictionary<string, string>(StringComparer.Ordinal));
}

/// <summary>Tells which parameter the word at the end of a line is a value of.</summary>
internal sealed class UnendedValues(CommandSpec spec, UnendedWord unended)
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    /// <summary>The place of the word behind those before it.</summary>
    public CompletionPlace Find(IReadOnlyList<LineWord> before)
    {
        var waiting = Sort(KeyedValues.Whole(spec, before));
        if (unended.Key is { } key)
        {
            var named = spec.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
            return At(unended.Start, unended.Typed, named is null ? [] : [named]) with { Names = [] };
        }

        var places = spec.Parameters.Where(parameter => !parameter.NamedOnly && !_given.ContainsKey(parameter.Name)).ToList();
        foreach (var place in places.ToList())
        {
            if (waiting.Count == 0)
            {
                break;
            }

            places.Remove(place);
            if (IsLeftOut(place, waiting[0]))
            {
                continue;
            }

            if (IsTimeSoFar(place, waiting, out var time))
            {
                return At(waiting[0].End - waiting[0].Text.Length, time, [place]) with { Names = [] };
            }

            Take(place, waiting);
        }

        return At(unended.Start, unended.Typed, waiting.Count > 0 ? [] : [.. places.Take(places is [{ FromHere: true }, ..] ? 2 : 1)]);
    }

    private CompletionPlace At(int start, string typed, IReadOnlyList<ParameterSpec> parameters) =>
        new(start, typed, [], Names(typed, parameters), spec, parameters, _given);

    private List<LineWord> Sort(IEnumerable<LineWord> words)
    {
        var waiting = new List<LineWord>();
        foreach (var word in words)
        {
            if (spec.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(word.Key, StringComparison.OrdinalIgnoreCase)) is { } parameter)
            {
                _given[parameter.Name] = word.Value;
            }
            else
            {
                waiting.Add(word);
            }
        }

        return waiting;
    }

    /// <summary>The talks may be left out where the channel follows one: a number, a time or a quotation is no name of theirs.</summary>
    private static bool IsLeftOut(ParameterSpec place, LineWord first) => place is { FromHere: true, Kind: ParameterKind.Talks }
        && (first.Quoted || !Slug.IsValid(first.Text.ToLowerInvariant()) || IsNumber(first.Text) || TimeRun.Length([first.Text], []) > 0);

    private static bool IsNumber(string word) => word.TrimStart('#', 'D', 'S', 'P', 'd', 's', 'p').All(char.IsAsciiDigit);

    /// <summary>Words without quotes that are a time together with what is being typed.</summary>
    private bool IsTimeSoFar(ParameterSpec place, List<LineWord> waiting, out string time)
    {
        time = string.Join(' ', waiting.Select(word => word.Text).Append(unended.Typed));
        return place.Kind is ParameterKind.Time && !unended.IsQuoted && unended.Typed.Length > 0 && waiting.TrueForAll(word => !word.Quoted)
            && TimeRun.Length([.. waiting.Select(word => word.Text), unended.Typed], []) > waiting.Count;
    }

    private void Take(ParameterSpec place, List<LineWord> waiting)
    {
        var loose = waiting.TakeWhile(word => !word.Quoted).Select(word => word.Text).ToList();
        var count = loose.Count == 0 ? 1 : place.Kind switch
        {
            ParameterKind.Text => loose.Count,
            ParameterKind.Time => Math.Max(1, TimeRun.Length(loose, [])),
            ParameterKind.Span => TimeRun.SpanLength(loose),
            _ => 1,
        };
        _given[place.Name] = string.Join(' ', waiting.Take(count).Select(word => word.Text));
        waiting.RemoveRange(0, count);
    }

    /// <summary>The names of parameters that begin so; all that are left where nothing else is expected.</summary>
    private List<Completion> Names(string typed, IReadOnlyList<ParameterSpec> expected) => unended.IsQuoted || (typed.Length == 0 && expected.Count > 0)
        ? []
        :
        [
            .. spec.Parameters
                .Where(parameter => !_given.ContainsKey(parameter.Name) && parameter.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .Where(parameter => parameter.NamedOnly || typed.Length > 0)
                .Select(parameter => new Completion($"{parameter.Name}: – {parameter.Summary}", $"{parameter.Name}:")),
        ];
}
