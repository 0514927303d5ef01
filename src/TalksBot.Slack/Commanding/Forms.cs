using System.Diagnostics;
using System.Text.Json;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Envelopes;
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

/// <summary>What a form carries with it to know, when it is sent, which command it belongs to; people can read it.</summary>
/// <param name="Line">The line without <c>/talks</c>, or the key of one that is kept.</param>
/// <param name="IsKey">True when the line is a key.</param>
/// <param name="Place">Where the command was given.</param>
/// <param name="AddressKey">The key of the address to answer at; empty where there is none.</param>
internal sealed record FormNote(string Line, bool IsKey, SlackPlace Place, string AddressKey)
{
    /// <summary>The <c>callback_id</c> of such forms.</summary>
    public const string Callback = "talks";

    /// <summary>The most characters of a line that go into the form itself: escaped it may take six times as many of Slack's 3,000 (slack.md §9).</summary>
    public const int Longest = 400;

    /// <summary>The note as <c>private_metadata</c>.</summary>
    public string Write() => JsonSerializer.Serialize<string?[]>([IsKey ? "#" : ":", Line, Place.Channel, Place.ThreadTs, AddressKey]);

    /// <summary>Reads it; null when it is none of ours.</summary>
    public static FormNote? Read(string? metadata)
    {
        var parts = Json.TryParse(System.Text.Encoding.UTF8.GetBytes(metadata ?? "")) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String ? part.GetString() : null).ToArray()
            : [];
        return parts is [("#" or ":") and var mark, { Length: > 0 } line, { Length: > 0 } channel, var thread, var address]
            ? new FormNote(line, mark == "#", new SlackPlace(channel, thread), address ?? "")
            : null;
    }
}

/// <summary>Texts no longer than Slack takes them.</summary>
internal static class ShortText
{
    /// <summary>At most that many characters, with an ellipsis where some are left out; no character is cut in half.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}

/// <summary>Runs the commands that forms complete.</summary>
internal sealed class SentForms(Lines lines, Forms forms)
{
    private const string Expired = "This form has expired. Copy what you wrote, close the form and give the command again.";

    /// <summary>The input beside which a refusal stands; null where the form has none.</summary>
    public static string? FieldOf(SlackView form) => form.State?.Values?.Keys.FirstOrDefault();

    /// <summary>The visit that a sent form belongs to: it goes on where the command was given. Null when the form is none of ours.</summary>
    public Visit? VisitOf(SlackConnection connection, ViewSubmission sent, IReceipt receipt) =>
        sent.View.CallbackId == FormNote.Callback && FormNote.Read(sent.View.PrivateMetadata) is { } note
            ? new Visit(connection, new Visitor(sent.User.Id, sent.User.TeamId ?? sent.Team?.Id, sent.User.Username), note.Place, receipt)
            {
                IdempotencyKey = $"view/{sent.View.Id}",
                Address = forms.AddressOf(note),
                TriggerId = sent.TriggerId,
            }
            : null;

    /// <summary>Runs the command with what was written.</summary>
    public async Task<Response> SubmitAsync(SlackView form, Caller caller, CancellationToken token)
    {
        if (FormNote.Read(form.PrivateMetadata) is not { } note
            || forms.LineOf(note) is not { } line
            || CommandLine.Read(lines.Book, line, caller) is not CommandReading.Understood { Call: var call })
        {
            return Response.Refuse(Expired);
        }

        return CommandLine.Read(call.Spec, Forms.Fill(call, form), caller) switch
        {
            CommandReading.Understood understood => await lines.RunAsync(understood.Call, token),
            CommandReading.Refused refused => new Response.Said(refused.Reply),
            _ => throw new UnreachableException(),
        };
    }
}
