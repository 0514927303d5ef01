using TalksBot.Core.Times;

namespace TalksBot.Core.Commands;

/// <summary>Gives a value by name the words behind it that belong to it: <c>embargo:in 3h</c>, <c>quiet:11pm to 7am</c>, <c>zone:New York</c>.</summary>
internal static class KeyedValues
{
    /// <summary>The words with every such value whole: the longest run of words that reads as one.</summary>
    public static IReadOnlyList<LineWord> Whole(CommandSpec spec, IReadOnlyList<LineWord> words)
    {
        var whole = new List<LineWord>();
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (Parameter(spec, word) is not { } parameter)
            {
                whole.Add(word);
                continue;
            }

            var run = words.Skip(index + 1).TakeWhile(next => !next.Quoted && next.Key is null).Select(next => next.Text).Prepend(word.Value).ToList();
            var length = Math.Max(1, Length(parameter, run));

            // What stands for a time that is still to be written is all marks.
            whole.Add(TimeRun.Join(run, length) is { Length: > 0 } value ? word with { Value = value } : word);
            index += length - 1;
        }

        return whole;
    }

    private static int Length(ParameterSpec parameter, List<string> run) => parameter switch
    {
        { Reads: { } reads } => Longest(run, reads),
        { Kind: ParameterKind.Span } => TimeRun.SpanLength(run),
        _ => TimeRun.Length(run, []),
    };

    private static int Longest(List<string> run, Func<string, bool> reads)
    {
        var length = run.Count;
        while (length > 1 && !reads(TimeRun.Join(run, length)))
        {
            length--;
        }

        return length;
    }

    private static ParameterSpec? Parameter(CommandSpec spec, LineWord word) =>
        word is { Quoted: false, Key: not null, Value.Length: > 0 } && word.Text.EndsWith(word.Value, StringComparison.Ordinal)
            ? spec.Parameters.FirstOrDefault(parameter => (parameter.Kind is ParameterKind.Time or ParameterKind.Span || parameter.Reads is not null) && parameter.Name.Equals(word.Key, StringComparison.OrdinalIgnoreCase))
            : null;
}
