using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Chat.Commanding;

/// <summary>Which texts of a command are written in a form, and how the form's line and its words become a command again. Pure.</summary>
public static class FormTexts
{
    private const string Again = "Write again";

    /// <summary>The texts of several sentences that a command takes.</summary>
    public static IReadOnlyList<ParameterSpec> Of(CommandSpec spec) => [.. spec.Parameters.Where(parameter => parameter.Lengthy)];

    /// <summary>Those of them that were left out.</summary>
    public static IReadOnlyList<ParameterSpec> Missing(CommandSpec spec, IReadOnlyDictionary<string, string> given) =>
        [.. Of(spec).Where(text => !given.ContainsKey(text.Name))];

    /// <summary>What a command says that can be written or changed, what is yet to be written first.</summary>
    public static IReadOnlyList<ParameterSpec> Writable(CommandCall call) =>
        [.. call.Writable.OrderByDescending(parameter => IsUnwritten(call[parameter.Name]))];

    /// <summary>What stands beside an input of a form: what it is for, or what has to be known of the words in it.</summary>
    /// <param name="input">The input.</param>
    /// <param name="note">What has to be known of its long text; empty for nothing.</param>
    public static string Hint(ParameterSpec input, string note) => input.Lengthy && note.Length > 0 ? note : input.Asks;

    /// <summary>True for a text that the form is to bring.</summary>
    public static bool IsUnwritten(string? text) => text is null or PostButton.Unwritten;

    /// <summary>The line of a command, with a mark in the place of each text that its form will bring.</summary>
    public static string LineOf(CommandCall call, IEnumerable<ParameterSpec> texts)
    {
        var values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal);
        foreach (var text in texts.Where(text => text.Kind is not ParameterKind.Choice))
        {
            values[text.Name] = PostButton.Unwritten;
        }

        var marked = call with { Values = values };
        return values.Keys.FirstOrDefault() is { } any ? marked.Retyped(any, values[any]) : marked.Line;
    }

    /// <summary>The values of a line with what was written in its form; what was left empty there is not said.</summary>
    /// <param name="call">The line.</param>
    /// <param name="written">What was written, by the name of the parameter; other names are ignored.</param>
    public static IReadOnlyDictionary<string, string> Fill(CommandCall call, IEnumerable<KeyValuePair<string, string>> written)
    {
        var values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal);
        foreach (var (name, text) in written.Where(input => call.Spec.Parameters.Any(parameter => parameter.Name == input.Key)))
        {
            values[name] = text;
        }

        return values.Where(value => value.Value.Trim() is not ("" or PostButton.Unwritten)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Opens a form with the whole line, where a refusal would otherwise lose a long text; null where there is none to lose.</summary>
    public static PostButton? WriteAgain(CommandCall call) =>
        call.Spec.Parameters.FirstOrDefault(parameter => parameter.Lengthy && call.Find(parameter.Name) is not null) is { } text
            ? new PostButton(Again, call.Retyped(text.Name, call[text.Name]))
            : null;

    /// <summary>Opens a form anew as it was sent, where a refusal would otherwise lose what was written in it.</summary>
    /// <param name="sent">The command with what was written.</param>
    /// <param name="inputs">The names of the form's inputs, those left empty too.</param>
    public static PostButton? FormAgain(CommandCall sent, IEnumerable<string> inputs)
    {
        var asked = inputs.Where(name => sent.Spec.Parameters.Any(parameter => parameter.Name == name)).ToList();
        return asked.Count == 0 ? null : new PostButton(Again, sent.Retyped([.. asked.Select(name => (name, sent.Find(name) ?? PostButton.Unwritten))])) { OpensForm = true };
    }
}
