using System.Diagnostics;
using System.Text.Json;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Text;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>Forms for texts of several sentences: opened when such a text is left out, or to write it again after a refusal.</summary>
internal sealed class Forms(ButtonCommands commands, TimeProvider time)
{
    /// <summary>What Slack takes; the command itself says what is too long for it, so that nothing is cut off unseen.</summary>
    private const int LongestText = 3_000;

    private const int LongestTitle = 24;
    private const int LongestHint = 2_000;

    private readonly KeptForAWhile<AnswerAddress> _addresses = new(time, TimeSpan.FromMinutes(30));

    /// <summary>The form for a command that lacks nothing but long texts; null where its line could not be kept.</summary>
    public Task<ViewDraft?> MissingAsync(CommandCall unfinished, InteractionContext context, CancellationToken token) =>
        OpenAsync(unfinished, FormTexts.Missing(unfinished.Spec, unfinished.Values), context, token);

    /// <summary>The form that holds a command's long texts to be changed; null when it has none.</summary>
    public Task<ViewDraft?> AgainAsync(CommandCall call, InteractionContext context, CancellationToken token) => OpenAsync(call, FormTexts.Of(call.Spec), context, token);

    /// <summary>The form that shows what a command says, to be written or changed; null when it says nothing that can be.</summary>
    /// <param name="call">The command.</param>
    /// <param name="context">Where it is given.</param>
    /// <param name="note">What has to be known of its long text; empty for nothing.</param>
    public Task<ViewDraft?> AskAsync(CommandCall call, InteractionContext context, CancellationToken token, string note = "") => OpenAsync(call, FormTexts.Writable(call), context, token, note);

    /// <summary>The line of a command that lacks long texts, to be written when somebody presses a button.</summary>
    public static string LineOf(CommandCall unfinished) =>
        FormTexts.LineOf(unfinished, FormTexts.Missing(unfinished.Spec, unfinished.Values).Where(text => text.Required));

    /// <summary>The line a form belongs to; null when it has expired.</summary>
    public Task<string?> LineOfAsync(FormNote note, CancellationToken token) => commands.FindAsync(note.Command, token);

    /// <summary>The address at which whoever sends a form is answered; null when it has expired.</summary>
    public AnswerAddress? AddressOf(FormNote note) => _addresses.Find(note.AddressKey);

    /// <summary>The values of a line with what was written in its form.</summary>
    public static IReadOnlyDictionary<string, string> Fill(CommandCall call, SlackView form) =>
        FormTexts.Fill(call, (form.State?.Values?.Keys ?? []).Select(name => KeyValuePair.Create(name, form.State!.ValueOf(name, name) ?? "")));

    private async Task<ViewDraft?> OpenAsync(CommandCall call, IReadOnlyList<ParameterSpec> texts, InteractionContext context, CancellationToken token, string note = "")
    {
        if (texts.Count == 0 || await commands.OfAsync(ButtonAct.Form, FormTexts.LineOf(call, texts), FormNote.Carries, token) is not { } command)
        {
            return null;
        }

        var address = context.Address is null ? "" : _addresses.Keep(context.Address);
        return Draft(call.Spec, texts, call.Find, note, new FormNote(command, context.Place, address) { IsHome = context.IsHome });
    }

    /// <summary>One empty form of each sort there is, for Slack to judge.</summary>
    public static IEnumerable<(CommandSpec Spec, ViewDraft Form)> Each(CommandBook book) => book.Specs
        .Where(spec => FormTexts.Of(spec).Count > 0)
        .Select(spec => (spec, Draft(spec, FormTexts.Of(spec), _ => null, "", new FormNote(new ButtonCommand(ButtonAct.Form, $"/talks {spec.Path}", IsKey: false), new SlackPlace("C0", ThreadTs: null), ""))));

    private static ViewDraft Draft(CommandSpec spec, IReadOnlyList<ParameterSpec> texts, Func<string, string?> find, string note, FormNote carried) => new()
    {
        Title = SlackText.Plain(Typography.Shorten(spec.FormTitle, LongestTitle)),
        Submit = SlackText.Plain("Send"),
        Close = SlackText.Plain("Cancel"),
        CallbackId = FormNote.Callback,
        PrivateMetadata = carried.Write(),
        Blocks = [.. texts.Select((text, i) => Input(text, find(text.Name), note, isFirst: i == 0))],
    };

    private static InputBlock Input(ParameterSpec text, string? written, string note, bool isFirst) => new(
        SlackText.Plain(text.Name),
        new PlainTextInput(
            text.Name,
            FormTexts.IsUnwritten(written) ? null : Typography.Shorten(written!, LongestText),
            Multiline: text.Lengthy,
            MaxLength: LongestText)
        {
            FocusOnLoad = isFirst ? true : null,
        },
        SlackText.Plain(Typography.Shorten(FormTexts.Hint(text, note), LongestHint)),
        Optional: text.Required ? null : true)
    {
        BlockId = text.Name,
    };
}

/// <summary>What a form carries with it to know, when it is sent, which command it belongs to; people can read it.</summary>
/// <param name="Command">The line, or the key of one that is kept.</param>
/// <param name="Place">Where the command was given.</param>
/// <param name="AddressKey">The key of the address to answer at; empty where there is none.</param>
internal sealed record FormNote(ButtonCommand Command, SlackPlace Place, string AddressKey)
{
    /// <summary>The <c>callback_id</c> of such forms.</summary>
    public const string Callback = "talks";

    /// <summary>The most characters of a line that go into the form itself: escaped it may take six times as many of Slack's 3,000 (slack.md §9).</summary>
    private const int Longest = 400;

    /// <summary>What marks a form of the app's own page.</summary>
    private const string Home = "home";

    /// <summary>True for a form that was opened on the app's own page, where its answer is shown.</summary>
    public bool IsHome { get; init; }

    /// <summary>True for a bare line that goes into the form itself.</summary>
    public static bool Carries(string bare) => bare.Length <= Longest;

    /// <summary>The note as <c>private_metadata</c>.</summary>
    public string Write() => JsonSerializer.Serialize<string?[]>([Command.IsKey ? "#" : ":", Command.Text, Place.Channel, Place.ThreadTs, AddressKey, .. IsHome ? [Home] : Array.Empty<string>()]);

    /// <summary>Reads it; null when it is none of ours.</summary>
    public static FormNote? Read(string? metadata)
    {
        var parts = Json.TryParse(System.Text.Encoding.UTF8.GetBytes(metadata ?? "")) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String ? part.GetString() : null).ToArray()
            : [];
        return parts is [("#" or ":") and var mark, { Length: > 0 } line, { Length: > 0 } channel, var thread, var address, .. var rest]
            ? new FormNote(new ButtonCommand(ButtonAct.Form, line, IsKey: mark == "#"), new SlackPlace(channel, thread), address ?? "") { IsHome = rest is [Home] }
            : null;
    }
}

/// <summary>Runs the commands that forms complete.</summary>
internal sealed class SentForms(CommandRunner runner, Forms forms)
{
    private const string Expired = "This form has expired. Copy what you wrote, close the form and give the command again.";

    /// <summary>The inputs of a form: a refusal that is about none of them stands beside the first.</summary>
    public static IReadOnlyList<string> FieldsOf(SlackView form) => [.. form.State?.Values?.Keys ?? []];

    /// <summary>The context that a sent form belongs to: it goes on where the command was given. Null when the form is none of ours.</summary>
    public InteractionContext? VisitOf(SlackConnection connection, ViewSubmission sent, IReceipt receipt) =>
        sent.View.CallbackId == FormNote.Callback && FormNote.Read(sent.View.PrivateMetadata) is { } note
            ? new InteractionContext(connection, new Sender(sent.User.Id, sent.User.TeamId ?? sent.Team?.Id, sent.User.Username), note.Place, receipt)
            {
                IdempotencyKey = $"view/{sent.View.Id}",
                Address = forms.AddressOf(note),
                IsHome = note.IsHome,
                TriggerId = sent.TriggerId,
            }
            : null;

    /// <summary>Runs the command with what was written.</summary>
    public async Task<Response> SubmitAsync(SlackView form, Caller caller, CancellationToken token)
    {
        if (FormNote.Read(form.PrivateMetadata) is not { } note
            || await forms.LineOfAsync(note, token) is not { } line
            || CommandLine.Read(runner.Book, line, caller, isForm: true) is not CommandReading.Understood { Call: var call })
        {
            return Response.Refuse(Expired);
        }

        var written = Forms.Fill(call, form);
        var again = FormTexts.FormAgain(call with { Values = written }, form.State?.Values?.Keys ?? []);
        return CommandLine.Read(call.Spec, written, caller) switch
        {
            CommandReading.Understood understood => await runner.RunAsync(understood.Call, token, again),
            CommandReading.Refused refused => new Response.Said(refused.Reply) { Write = again },
            _ => throw new UnreachableException(),
        };
    }
}
