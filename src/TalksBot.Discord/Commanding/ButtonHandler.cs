using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Wire.Interactions;

namespace TalksBot.Discord.Commanding;

/// <summary>Runs commands that stand in options, behind buttons and in forms, as the person who gave, pressed or sent them.</summary>
internal sealed class ButtonHandler(ICommandDesk desk, Answers answers, Forms forms, KeptLines lines)
{
    private const string Expired = "TalksBot keeps what is behind this button for an hour, and that is over; give the command again.";

    private readonly SeenOnce<string> _pressed = new();

    /// <summary>A command given with its options; one that lacks a long text is asked for it in a form.</summary>
    public async Task RunAsync(Visit visit, CommandSpec spec, IReadOnlyDictionary<string, string> values, CancellationToken token)
    {
        if (visit.Caller.Role < spec.Role)
        {
            await answers.RunAsync(visit, () => desk.RunAsync(new CommandCall(spec, values, visit.Caller), token), changes: false);
            return;
        }

        if (await forms.MissingAsync(spec, values, visit.Caller, token) is { } form)
        {
            await answers.To(visit).OpenAsync(form, token);
            return;
        }

        await RunAsync(visit, CommandLine.Read(spec, values, visit.Caller), token);
    }

    /// <summary>A button; a second press of one that its own answer replaces says nothing, for nothing may replace that answer.</summary>
    public async Task PressAsync(Visit visit, CancellationToken token)
    {
        if (ButtonId.Read(visit.Interaction.Data?.CustomId) is not { } id || await lines.FindAsync(id, token) is not { } line)
        {
            await RefuseAsync(visit, Expired);
            return;
        }

        if (id.Act is ButtonAct.Write or ButtonAct.Ask)
        {
            await WriteAsync(visit, id.Act, line, token);
            return;
        }

        var press = $"{visit.Caller.IdempotencyKey}";
        if (visit.ChangesItsMessage && !_pressed.IsFirst(press))
        {
            await answers.To(visit).DeferAsync(token);
            return;
        }

        if (await RunAsync(visit, CommandLine.Read(desk.Book, line, visit.Caller), token) is not { Refused: false })
        {
            _pressed.Forget(press);
        }
    }

    /// <summary>A form that was sent; what was written in it is given back if nothing can be done with it.</summary>
    public async Task SubmitAsync(Visit visit, CancellationToken token)
    {
        var data = visit.Interaction.Data ?? new InteractionData();
        if (ButtonId.Read(data.CustomId) is not { Act: ButtonAct.Form } id
            || await lines.FindAsync(id, token) is not { } line
            || CommandLine.Read(desk.Book, line, visit.Caller) is not CommandReading.Understood { Call: var call })
        {
            await answers.RunAsync(visit, () => Task.FromResult(GiveBack(data)), changes: false);
            return;
        }

        await RunAsync(visit, CommandLine.Read(call.Spec, Forms.Fill(call, data), visit.Caller), token);
    }

    private static Reply GiveBack(InteractionData form) => new(Refused: true, new Post(
        "This form has expired; give the command again. You wrote:",
        Severity.Pressing,
        [.. form.ModalValues().SelectMany(input => new PostPiece[] { new PostPiece.Section(input.Key), new PostPiece.Quote(string.Concat(input.Value), "") })]));

    private async Task WriteAsync(Visit visit, ButtonAct act, string line, CancellationToken token)
    {
        var reading = CommandLine.Read(desk.Book, line, visit.Caller);
        if (reading is CommandReading.Understood { Call: var call } && visit.Caller.Role < call.Spec.Role)
        {
            await RunAsync(visit, reading, token);
            return;
        }

        if (reading is CommandReading.Understood understood && await (act is ButtonAct.Ask ? forms.AskAsync(understood.Call, token) : forms.AgainAsync(understood.Call, token)) is { } form)
        {
            await answers.To(visit).OpenAsync(form, token);
            return;
        }

        await RefuseAsync(visit, Expired);
    }

    private Task<Reply?> RunAsync(Visit visit, CommandReading reading, CancellationToken token) => reading switch
    {
        CommandReading.Understood { Call: var call } =>
            answers.RunAsync(visit, () => desk.RunAsync(call, token), call.Spec.Changes, Rewritable(call)),
        CommandReading.Refused refused => answers.RunAsync(visit, () => Task.FromResult(refused.Reply), changes: false),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The whole line, where a refusal would otherwise lose a long text.</summary>
    private static string? Rewritable(CommandCall call) =>
        call.Spec.Parameters.FirstOrDefault(parameter => parameter.Lengthy && call.Find(parameter.Name) is not null) is { } text
            ? call.Retyped(text.Name, call[text.Name])
            : null;

    private Task<Reply?> RefuseAsync(Visit visit, string sentence) =>
        answers.RunAsync(visit, () => Task.FromResult(Reply.Refuse(sentence)), changes: false);
}

/// <summary>Gives buttons their lines: in the id itself where it is short enough, else by the key of one on the shelf.</summary>
internal sealed class KeptLines(IButtonCommandStore shelf)
{
    /// <summary>The id of a button for the line, of any length; null when a long one could not be kept.</summary>
    public async Task<ButtonId?> IdOfAsync(ButtonAct act, string line, CancellationToken token)
    {
        if (ButtonId.Of(act, line) is { } id)
        {
            return id;
        }

        return await shelf.KeepAsync(ButtonId.WithoutPrefix(line), token) is { } key ? new ButtonId(act, IsKey: true, key) : null;
    }

    /// <summary>The line behind an id; null when it has expired.</summary>
    public async Task<string?> FindAsync(ButtonId id, CancellationToken token) => id.IsKey ? await shelf.FindAsync(id.Text, token) : id.Text;
}
