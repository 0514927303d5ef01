using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>Forms for texts of several sentences: opened when such a text is left out, or to write it again after a refusal.</summary>
internal sealed class Forms(TimeProvider time)
{
    /// <summary>Stands in a kept line where the form's text will go.</summary>
    private const string Unwritten = PostButton.Unwritten;

    /// <summary>What Slack takes; the command itself says what is too long for it, so that nothing is cut off unseen.</summary>
    private const int LongestText = 3_000;

    private const int LongestTitle = 24;
    private const int LongestHint = 2_000;

    private readonly KeptForAWhile<string> _lines = new(time, TimeSpan.FromHours(1));
    private readonly KeptForAWhile<AnswerAddress> _addresses = new(time, TimeSpan.FromMinutes(30));

    /// <summary>The form for a command that lacks nothing but long texts.</summary>
    public ViewDraft Missing(CommandCall unfinished, Visit visit) =>
        Open(unfinished, [.. Texts(unfinished.Spec).Where(text => unfinished.Find(text.Name) is null)], visit);

    /// <summary>The form that holds a command's long texts to be changed; null when it has none.</summary>
    public ViewDraft? Again(CommandCall call, Visit visit)
    {
        var texts = Texts(call.Spec).ToList();
        return texts.Count == 0 ? null : Open(call, texts, visit);
    }

    /// <summary>The form that shows what a command says, to be written or changed; null when it says nothing that can be.</summary>
    public ViewDraft? Ask(CommandCall call, Visit visit)
    {
        var texts = call.Writable.OrderByDescending(parameter => call[parameter.Name] == Unwritten).ToList();
        return texts.Count == 0 ? null : Open(call, texts, visit);
    }

    /// <summary>The line of a command that lacks long texts, to be written when somebody presses a button.</summary>
    public static string LineOf(CommandCall unfinished) =>
        Filled(unfinished, Texts(unfinished.Spec).Where(text => unfinished.Find(text.Name) is null && text.Required));

    /// <summary>The line a form belongs to; null when it has expired.</summary>
    public string? LineOf(FormNote note) => note.IsKey ? _lines.Find(note.Line) : note.Line;

    /// <summary>The address at which whoever sends a form is answered; null when it has expired.</summary>
    public AnswerAddress? AddressOf(FormNote note) => _addresses.Find(note.AddressKey);

    /// <summary>The values of a line with what was written in its form.</summary>
    public static IReadOnlyDictionary<string, string> Fill(CommandCall call, SlackView form)
    {
        var values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal);
        foreach (var text in call.Spec.Parameters.Where(text => form.State?.Values?.ContainsKey(text.Name) is true))
        {
            values[text.Name] = form.State!.ValueOf(text.Name, text.Name) ?? "";
        }

        return values.Where(value => value.Value.Trim() is not ("" or Unwritten)).ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<ParameterSpec> Texts(CommandSpec spec) => spec.Parameters.Where(parameter => parameter.Lengthy);

    private ViewDraft Open(CommandCall call, IReadOnlyList<ParameterSpec> texts, Visit visit)
    {
        var line = KeptLines.Bare(Filled(call, texts));
        var isKey = line.Length > FormNote.Longest;
        var address = visit.Address is null ? "" : _addresses.Keep(visit.Address);
        return new ViewDraft
        {
            Title = SlackText.Plain(ShortText.Cut(call.Spec.Path, LongestTitle)),
            Submit = SlackText.Plain("Send"),
            Close = SlackText.Plain("Cancel"),
            CallbackId = FormNote.Callback,
            PrivateMetadata = new FormNote(isKey ? _lines.Keep(line) : line, isKey, visit.Place, address).Write(),
            Blocks = [.. texts.Select((text, i) => Input(text, call.Find(text.Name), isFirst: i == 0))],
        };
    }

    private static string Filled(CommandCall call, IEnumerable<ParameterSpec> texts)
    {
        var values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal);
        foreach (var text in texts.Where(text => text.Kind is not ParameterKind.Choice))
        {
            values[text.Name] = Unwritten;
        }

        var filled = call with { Values = values };
        return values.Keys.FirstOrDefault() is { } any ? filled.Retyped(any, values[any]) : filled.Line;
    }

    private static InputBlock Input(ParameterSpec text, string? written, bool isFirst) => new(
        SlackText.Plain(text.Name),
        new PlainTextInput(
            text.Name,
            written is null or Unwritten ? null : ShortText.Cut(written, LongestText),
            Multiline: text.Lengthy,
            MaxLength: LongestText)
        {
            FocusOnLoad = isFirst ? true : null,
        },
        SlackText.Plain(ShortText.Cut(text.Summary, LongestHint)),
        Optional: text.Required ? null : true)
    {
        BlockId = text.Name,
    };
}
