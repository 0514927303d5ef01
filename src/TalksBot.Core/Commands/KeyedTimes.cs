using TalksBot.Core.Times;

namespace TalksBot.Core.Commands;

/// <summary>Gives a time by name the words behind it that belong to it: <c>embargo:in 3h</c>, <c>until:6 Dec 17:00</c>.</summary>
internal static class KeyedTimes
{
    /// <summary>The words with every such time whole.</summary>
    public static IReadOnlyList<LineWord> Whole(CommandSpec spec, IReadOnlyList<LineWord> words)
    {
        var whole = new List<LineWord>();
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (!IsTime(spec, word))
            {
                whole.Add(word);
                continue;
            }

            var run = words.Skip(index + 1).TakeWhile(next => !next.Quoted && next.Key is null).Select(next => next.Text).Prepend(word.Value).ToList();
            var length = Math.Max(1, TimeRun.Length(run, []));
            whole.Add(word with { Value = TimeRun.Join(run, length) });
            index += length - 1;
        }

        return whole;
    }

    private static bool IsTime(CommandSpec spec, LineWord word) =>
        word is { Quoted: false, Key: not null, Value.Length: > 0 } && word.Text.EndsWith(word.Value, StringComparison.Ordinal)
        && spec.Parameters.Any(parameter => parameter.Kind is ParameterKind.Time && parameter.Name.Equals(word.Key, StringComparison.OrdinalIgnoreCase));
}
