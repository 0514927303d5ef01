using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Commanding;

/// <summary>Runs what stands behind buttons, as the person who pressed.</summary>
internal sealed class ButtonHandler(CommandRunner runner, ButtonCommands commands, Forms forms)
{
    private readonly SeenOnce<string> _pressed = new();

    /// <summary>A button; a second press of one that its own answer replaces says nothing, for nothing may replace that answer.</summary>
    /// <param name="context">The press.</param>
    /// <param name="action">The button.</param>
    /// <param name="caller">Who pressed.</param>
    public async Task<Response> PressAsync(InteractionContext context, BlockAction action, Caller caller, CancellationToken token)
    {
        if (ButtonId.Read(action.ActionId, action.Value) is not { } id || await commands.FindAsync(id, token) is not { } line)
        {
            return Response.Refuse(ButtonCommands.Expired);
        }

        if (id.Act is ButtonAct.Write or ButtonAct.Ask)
        {
            return await WriteAsync(context, id.Act, line, caller, token);
        }

        var press = $"{caller.IdempotencyKey}";
        if (context.Address?.Place == AnswerPlace.Original && !_pressed.IsFirst(press))
        {
            return new Response.Silence();
        }

        var response = await runner.RunAsync(context, line, caller, token);
        if (response is not Response.Said { Reply.Refused: false })
        {
            _pressed.Forget(press);
        }

        return response;
    }

    private async Task<Response> WriteAsync(InteractionContext context, ButtonAct act, string line, Caller caller, CancellationToken token)
    {
        if (CommandLine.Read(runner.Book, line, caller, isForm: true) is not CommandReading.Understood { Call: var call })
        {
            return Response.Refuse(ButtonCommands.Expired);
        }

        if (caller.Role < call.Spec.Role)
        {
            return await runner.RunAsync(call, token);
        }

        return await (act is ButtonAct.Ask ? forms.AskAsync(await runner.FillAsync(call, token), context, token) : forms.AgainAsync(call, context, token)) is { } form
            ? new Response.Asked(form, Response.Refuse("Slack did not open the form; press the button once more, or give the command again.") with
            {
                Write = act is ButtonAct.Write ? new("Write again", line) : null,
            })
            : Response.Refuse(ButtonCommands.Expired);
    }
}
