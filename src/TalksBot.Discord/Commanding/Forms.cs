using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>Forms for texts of several sentences: opened when such a text is left out, or to write it again after a refusal.</summary>
internal sealed class Forms(KeptLines lines)
{
    /// <summary>Stands in a kept line where the form's text will go.</summary>
    private const string Unwritten = PostButton.Unwritten;

    private const int MostInputs = 5;
    private const int LongestTitle = 45;
    private const int LongestLabel = 45;
    private const int LongestHint = 100;

    /// <summary>The most a form holds (discord.md §4); an option holds more.</summary>
    private const int LongestText = 4_000;

    /// <summary>The form for a command as given so far; null when nothing needs one.</summary>
    public async Task<Modal?> MissingAsync(CommandSpec spec, IReadOnlyDictionary<string, string> given, Caller caller, CancellationToken token)
    {
        var missing = Texts(spec).Where(text => !given.ContainsKey(text.Name)).ToList();
        return missing.Exists(text => text.Required) ? await OpenAsync(new CommandCall(spec, given, caller), missing, token) : null;
    }

    /// <summary>The form that holds a command's long texts to be changed; null when it has none.</summary>
    public async Task<Modal?> AgainAsync(CommandCall call, CancellationToken token)
    {
        var texts = Texts(call.Spec).ToList();
        return texts.Count == 0 ? null : await OpenAsync(call, texts, token);
    }

    /// <summary>The form that shows what a command says, to be written or changed; null when it says nothing that can be.</summary>
    public async Task<Modal?> AskAsync(CommandCall call, CancellationToken token)
    {
        var texts = call.Writable.OrderByDescending(parameter => call[parameter.Name] == Unwritten).Take(MostInputs).ToList();
        return texts.Count == 0 ? null : await OpenAsync(call, texts, token);
    }

    /// <summary>The values of a line with what was written in its form.</summary>
    public static IReadOnlyDictionary<string, string> Fill(CommandCall call, InteractionData form)
    {
        var values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal);
        foreach (var (name, written) in form.ModalValues().Where(input => call.Spec.Parameters.Any(parameter => parameter.Name == input.Key)))
        {
            values[name] = string.Concat(written);
        }

        return values.Where(value => value.Value.Trim() is not ("" or Unwritten)).ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<ParameterSpec> Texts(CommandSpec spec) => spec.Parameters.Where(parameter => parameter.Lengthy).Take(MostInputs);

    private async Task<Modal?> OpenAsync(CommandCall call, List<ParameterSpec> texts, CancellationToken token)
    {
        var values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal);
        foreach (var text in texts.Where(text => text.Kind is not ParameterKind.Choice))
        {
            values[text.Name] = Unwritten;
        }

        var line = (call with { Values = values }).Retyped(texts[0].Name, values[texts[0].Name]);
        var title = SlashText.Cut($"/talks {call.Spec.Path}", LongestTitle);
        return await lines.IdOfAsync(ButtonAct.Form, line, token) is { } id
            ? new Modal(id.Write(title), title, [.. texts.Select(text => Input(text, call.Find(text.Name)))])
            : null;
    }

    private static ModalLabel Input(ParameterSpec text, string? written) => new(
        SlashText.Cut(text.Name, LongestLabel),
        new TextInput(
            text.Name,
            text.Lengthy ? TextInputStyle.Paragraph : TextInputStyle.SingleLine,
            Value: written is null or Unwritten ? null : SlashText.Cut(written, LongestText),
            Required: text.Required,
            // Discord opens no form that holds more than may be written in it: a text refused for its length has to fit, to be shortened there.
            MaxLength: Math.Clamp(written?.Length ?? 0, UserText.ParagraphLimit, LongestText)),
        SlashText.Cut(text.Summary, LongestHint));
}
