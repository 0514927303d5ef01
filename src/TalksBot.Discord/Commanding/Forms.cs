using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Text;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>Forms for texts of several sentences: opened when such a text is left out, or to write it again after a refusal.</summary>
internal sealed class Forms(ButtonCommands commands)
{
    private const int MostInputs = 5;
    private const int LongestTitle = 45;
    private const int LongestLabel = 45;
    private const int LongestHint = 100;

    /// <summary>The most a form holds (discord.md §4); an option holds more.</summary>
    private const int LongestText = 4_000;

    /// <summary>The form for a command that lacks nothing but long texts; null where its line could not be kept.</summary>
    public Task<Modal?> MissingAsync(CommandCall unfinished, CancellationToken token) => OpenAsync(unfinished, FormTexts.Missing(unfinished.Spec, unfinished.Values), token);

    /// <summary>The form that holds a command's long texts to be changed; null when it has none.</summary>
    public Task<Modal?> AgainAsync(CommandCall call, CancellationToken token) => OpenAsync(call, FormTexts.Of(call.Spec), token);

    /// <summary>The form that shows what a command says, to be written or changed; null when it says nothing that can be.</summary>
    /// <param name="call">The command.</param>
    /// <param name="note">What has to be known of its long text; empty for nothing.</param>
    public Task<Modal?> AskAsync(CommandCall call, CancellationToken token, string note = "") => OpenAsync(call, FormTexts.Writable(call), token, note);

    /// <summary>The values of a line with what was written in its form.</summary>
    public static IReadOnlyDictionary<string, string> Fill(CommandCall call, InteractionData form) =>
        FormTexts.Fill(call, form.ModalValues().Select(input => KeyValuePair.Create(input.Key, string.Concat(input.Value))));

    private async Task<Modal?> OpenAsync(CommandCall call, IReadOnlyList<ParameterSpec> texts, CancellationToken token, string note = "")
    {
        var shown = texts.Take(MostInputs).ToList();
        var title = Typography.Shorten(call.Spec.FormTitle, LongestTitle);
        return shown.Count > 0 && await commands.OfAsync(ButtonAct.Form, FormTexts.LineOf(call, shown), ButtonId.Carries, token) is { } command
            ? new Modal(ButtonId.Write(command, title), title, [.. shown.Select(text => Input(text, call.Find(text.Name), note))])
            : null;
    }

    private static ModalLabel Input(ParameterSpec text, string? written, string note) => new(
        Typography.Shorten(text.Name, LongestLabel),
        new TextInput(
            text.Name,
            text.Lengthy ? TextInputStyle.Paragraph : TextInputStyle.SingleLine,
            Value: FormTexts.IsUnwritten(written) ? null : Typography.Shorten(written!, LongestText),
            Required: text.Required,
            // Discord opens no form that holds more than may be written in it: a text refused for its length has to fit, to be shortened there.
            MaxLength: Math.Clamp(written?.Length ?? 0, UserText.ParagraphLimit, LongestText)),
        Typography.Shorten(FormTexts.Hint(text, note), LongestHint));
}
