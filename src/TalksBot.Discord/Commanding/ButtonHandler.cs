using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Interactions;

namespace TalksBot.Discord.Commanding;

/// <summary>Runs commands that stand in options, behind buttons and in forms, as the person who gave, pressed or sent them.</summary>
internal sealed class ButtonHandler(ICommandDesk desk, Answers answers, Forms forms, ButtonCommands commands)
{
    private readonly SeenOnce<string> _pressed = new();

    /// <summary>A command given with its options; one that lacks nothing but long texts is asked for them in a form.</summary>
    public async Task RunAsync(InteractionContext context, CommandSpec spec, IReadOnlyDictionary<string, string> values, CancellationToken token)
    {
        if (context.Caller.Role < spec.Role)
        {
            await answers.To(context).RunAsync(() => desk.RunAsync(new CommandCall(spec, values, context.Caller), token), changes: false);
            return;
        }

        var reading = CommandLine.Read(spec, values, context.Caller);
        if (reading is CommandReading.Refused { Unfinished: { } call } && await forms.MissingAsync(call, token) is { } form)
        {
            await answers.To(context).OpenAsync(form, token);
            return;
        }

        await RunAsync(context, reading, token);
    }

    /// <summary>A button; a second press of one that its own answer replaces says nothing, for nothing may replace that answer.</summary>
    public async Task PressAsync(InteractionContext context, CancellationToken token)
    {
        if (ButtonId.Read(context.Interaction.Data?.CustomId) is not { } id || await commands.FindAsync(id, token) is not { } line)
        {
            await RefuseAsync(context, ButtonCommands.Expired);
            return;
        }

        if (id.Act is ButtonAct.Write or ButtonAct.Ask)
        {
            await WriteAsync(context, id.Act, line, token);
            return;
        }

        var press = $"{context.Caller.IdempotencyKey}";
        if (context.ChangesItsMessage && !_pressed.IsFirst(press))
        {
            await answers.To(context).DeferAsync(token);
            return;
        }

        if (await RunAsync(context, CommandLine.Read(desk.Book, line, context.Caller), token) is not { Refused: false })
        {
            _pressed.Forget(press);
        }
    }

    /// <summary>A form that was sent; what was written in it is given back if nothing can be done with it.</summary>
    public async Task SubmitAsync(InteractionContext context, CancellationToken token)
    {
        var data = context.Interaction.Data ?? new InteractionData();
        if (ButtonId.Read(data.CustomId) is not { Act: ButtonAct.Form } id
            || await commands.FindAsync(id, token) is not { } line
            || CommandLine.Read(desk.Book, line, context.Caller, isForm: true) is not CommandReading.Understood { Call: var call })
        {
            await answers.To(context).RunAsync(() => Task.FromResult(GiveBack(data)), changes: false);
            return;
        }

        var written = Forms.Fill(call, data);
        var again = FormTexts.FormAgain(call with { Values = written }, data.ModalValues().Keys);
        await RunAsync(context, CommandLine.Read(call.Spec, written, context.Caller), again, token);
    }

    /// <summary>Shows a message as the form of an update.</summary>
    public async Task AskAsync(InteractionContext context, MessageUpdate made, CancellationToken token)
    {
        if (context.Caller.Role >= made.Call.Spec.Role && await forms.AskAsync(made.Call, token, made.Note) is { } form)
        {
            await answers.To(context).OpenAsync(form, token);
            return;
        }

        await answers.To(context).RunAsync(() => desk.RunAsync(made.Call, token), changes: false);
    }

    private static Reply GiveBack(InteractionData form) => new(Refused: true, new Post(
        "This form has expired; give the command again. You wrote:",
        Severity.Pressing,
        [.. form.ModalValues().SelectMany(input => new PostPiece[] { new PostPiece.Section(input.Key), new PostPiece.Quote(string.Concat(input.Value), "") })]));

    private async Task WriteAsync(InteractionContext context, ButtonAct act, string line, CancellationToken token)
    {
        var reading = CommandLine.Read(desk.Book, line, context.Caller, isForm: true);
        if (reading is CommandReading.Understood { Call: var call } && context.Caller.Role < call.Spec.Role)
        {
            await RunAsync(context, reading, token);
            return;
        }

        if (reading is CommandReading.Understood understood && await (act is ButtonAct.Ask ? forms.AskAsync(await desk.FillAsync(understood.Call, token), token) : forms.AgainAsync(understood.Call, token)) is { } form)
        {
            await answers.To(context).OpenAsync(form, token);
            return;
        }

        await RefuseAsync(context, ButtonCommands.Expired);
    }

    private Task<Reply?> RunAsync(InteractionContext context, CommandReading reading, CancellationToken token) => RunAsync(context, reading, again: null, token);

    private Task<Reply?> RunAsync(InteractionContext context, CommandReading reading, PostButton? again, CancellationToken token) => reading switch
    {
        CommandReading.Understood { Call: var call } =>
            answers.To(context).RunAsync(() => desk.RunAsync(call, token), call.Spec.Changes, () => again ?? FormTexts.WriteAgain(call)),
        CommandReading.Refused refused => answers.To(context).RunAsync(() => Task.FromResult(refused.Reply), changes: false, () => again),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Task<Reply?> RefuseAsync(InteractionContext context, string sentence) =>
        answers.To(context).RunAsync(() => Task.FromResult(Reply.Refuse(sentence)), changes: false);
}
