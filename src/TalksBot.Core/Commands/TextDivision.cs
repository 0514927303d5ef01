using System.Globalization;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Commands;

/// <summary>Asks how words without quotes divide, with the ways that somebody may mean as choices. Nothing is divided by a guess.</summary>
internal static class TextDivision
{
    private const int Most = 4;
    private const string Openers = "a an the one two three four several senior some sources officials aides diplomats according reported spokesman spokeswoman spokesperson";

    /// <summary>Two texts that stand side by side.</summary>
    public static Reply Ask(CommandCall call, ParameterSpec first, ParameterSpec second, IReadOnlyList<string> words)
    {
        var buttons = Splits(words).Take(Most).Select(at => Button(call, first.Name, second.Name, words, at)).ToList();
        return Reply.Refuse(
            $"Where does the {first.Name} end and the {second.Name} begin? Put each in quotes, as in {first.Name}:\"…\" {second.Name}:\"…\".",
            buttons);
    }

    /// <summary>A word that may be a short name ahead of a text, or the first word of it.</summary>
    public static Reply Lead(CommandCall call, ParameterSpec lead, ParameterSpec text, IReadOnlyList<string> words) => Reply.Refuse(
        $"Is “{Echo.Of(words[0])}” the {lead.Name}, or the first word of the {text.Name}?",
        [
            new PostButton($"{lead.Name}: {Short(words[0])}", call.Retyped((lead.Name, words[0]), (text.Name, string.Join(' ', words.Skip(1))))),
            new PostButton($"All of it is the {text.Name}", call.Retyped(text.Name, string.Join(' ', words))),
        ]);

    /// <summary>A parameter's name without its colon.</summary>
    public static Reply Named(CommandCall call, ParameterSpec place, IReadOnlyList<string> words, BareName bare)
    {
        var value = string.Join(' ', words.Skip(bare.At + 1).Take(bare.Length));
        var rest = string.Join(' ', words.Take(bare.At).Concat(words.Skip(bare.At + 1 + bare.Length)));
        var all = string.Join(' ', words);
        var name = bare.Parameter.Name;
        PostButton[] buttons =
        [
            .. rest.Length == 0 ? [] : new[] { new PostButton($"{name}: {Short(value)}", call.Retyped((place.Name, rest), (name, value))) },
            new PostButton($"All of it is the {place.Name}", call.Retyped(place.Name, all)),
        ];
        return Reply.Refuse($"“{name}” stands without its colon; is it {name}:\"{Echo.Of(value)}\", or part of the {place.Name}?", buttons);
    }

    /// <summary>Words whose time stands at their end instead of their beginning; null when it does not.</summary>
    public static Reply? TimeLast(CommandCall call, ParameterSpec time, ParameterSpec text, IReadOnlyList<string> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            var tail = words.Skip(at).ToList();
            if (TimeRun.Length(tail, []) == tail.Count)
            {
                return TurnedWords.Ask(call, (time.Name, string.Join(' ', tail)), (text.Name, string.Join(' ', words.Take(at))));
            }
        }

        return null;
    }

    // A source begins as people are named: "a city official", "two aides".
    private static IEnumerable<int> Splits(IReadOnlyList<string> words)
    {
        var openers = Openers.Split(' ');
        var places = Enumerable.Range(1, Math.Max(0, words.Count - 1)).ToList();
        var likely = places.Where(at => openers.Contains(words[at], StringComparer.OrdinalIgnoreCase)).Reverse().ToList();
        var capital = places.Where(at => char.IsUpper(words[at][0]) && at >= words.Count - 3).ToList();
        return likely.Concat(capital).Concat(likely.Count == 0 ? places.AsEnumerable().Reverse() : []).Distinct();
    }

    private static PostButton Button(CommandCall call, string first, string second, IReadOnlyList<string> words, int at)
    {
        var (text, source) = (string.Join(' ', words.Take(at)), string.Join(' ', words.Skip(at)));
        return new($"{second}: {Short(source)}", call.Retyped((first, text), (second, source)));
    }

    private static string Short(string words) => words.Length <= 60 ? words : string.Create(CultureInfo.InvariantCulture, $"{words.AsSpan(0, 59)}…");
}
