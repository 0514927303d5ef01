using System.Globalization;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Core.Commands;

/// <summary>Why a line was not understood: what is wrong, then what to do.</summary>
internal static class RefusalWording
{
    private const int MostButtons = 5;

    public static Reply TooLong(int length) => Reply.Refuse(string.Create(
        CultureInfo.InvariantCulture,
        $"That line has {length:N0} characters; shorten it to {CommandLine.LongestLength:N0}."));

    public static Reply OpenQuote() =>
        Reply.Refuse("A quotation is never closed; add the closing quote, or write \\\" for a quote that is part of the words.");

    public static Reply EmptyValue(CommandSpec spec, ParameterSpec parameter) => WithUsage(
        spec,
        $"“{parameter.Name}:” has no value; write it right after the colon, as in {parameter.Name}:\"…\".");

    public static Reply Twice(CommandSpec spec, ParameterSpec parameter) =>
        WithUsage(spec, $"“{parameter.Name}” is given twice; keep one.");

    public static Reply UnknownKey(CommandSpec spec, string key, string meant) => WithUsage(
        spec,
        $"`{spec.Path}` has no “{Echo.Of(key)}:”. Did you mean “{meant}:”? If it is part of the words, put them in quotes.");

    public static Reply LooseWords(CommandSpec spec, ParameterSpec last) => WithUsage(
        spec,
        $"Some words of “{last.Name}” stand outside the quotes; put all words of each part in one pair of quotes.");

    public static Reply TooMany(CommandSpec spec, LineWord word) => WithUsage(
        spec,
        $"“{Echo.Of(word.Text)}” is one word too many for `{spec.Path}`; put words that belong together in quotes.");

    /// <summary>What is missing; a choice that is all that is missing can be made at once.</summary>
    public static Reply Missing(CommandCall call, IReadOnlyList<ParameterSpec> missing)
    {
        var sentence = $"`{call.Spec.Path}` also needs {string.Join(" and ", missing.Select(p => $"“{p.Name}”"))}: {missing[0].Summary}";
        var refusal = missing is [{ Choices: { Count: > 0 and <= MostButtons } choices } only]
            ? Reply.Refuse(sentence, [.. choices.Select(choice => new PostButton(choice, call.Retyped(only.Name, choice)))])
            : WithUsage(call.Spec, sentence);
        return refusal with { Field = missing[0].Name };
    }

    public static Reply NoSuchChoice(CommandCall call, ParameterSpec parameter)
    {
        var typed = call[parameter.Name];
        var meant = NearMiss.Of(typed, parameter.Choices);
        var offered = meant is null ? parameter.Choices.Take(MostButtons) : [meant];
        var advice = meant is null
            ? $"choose {string.Join(", ", parameter.Choices)}."
            : $"did you mean “{meant}”? The choices are {string.Join(", ", parameter.Choices)}.";
        var refusal = Reply.Refuse(
            $"“{Echo.Of(typed)}” is not a {parameter.Name}; {advice}",
            [.. offered.Select(choice => new PostButton(choice, call.Retyped(parameter.Name, choice)))]);
        return refusal with { Field = parameter.Name, IsOfChoice = true };
    }

    /// <summary>The sentence, how the command is typed, and a line that works.</summary>
    private static Reply WithUsage(CommandSpec spec, string sentence) =>
        new(Refused: true, new Post(sentence, Severity.Pressing, [.. HelpWording.Typing(spec)]));
}
