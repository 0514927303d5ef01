using System.Diagnostics;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>Runs lines at the desk; one that lacks nothing but a long text is asked for it in a form.</summary>
internal sealed class CommandRunner(ICommandDesk desk, Forms forms)
{
    /// <summary>The commands there are.</summary>
    public CommandBook Book => desk.Book;

    /// <summary>The command with what its form is to show.</summary>
    public Task<CommandCall> FillAsync(CommandCall call, CancellationToken token) => desk.FillAsync(call, token);

    /// <summary>Runs a line as typed or as it stands behind a button; without words it is what stands that somebody wants to see.</summary>
    public async Task<Response> RunAsync(InteractionContext context, string line, Caller caller, CancellationToken token) =>
        CommandLine.Read(desk.Book, string.IsNullOrWhiteSpace(line) ? JobButtons.Desk : line, caller) switch
        {
            CommandReading.Understood understood => await RunAsync(understood.Call, token),
            CommandReading.Refused { Unfinished: { } call } when caller.Role < call.Spec.Role => await RunAsync(call, token),
            CommandReading.Refused { Unfinished: { } call } refused => Asked(await forms.MissingAsync(call, context, token), new Response.Said(refused.Reply) { Write = new PostButton("Write it", Forms.LineOf(call)) }),
            CommandReading.Refused refused => new Response.Said(refused.Reply),
            _ => throw new UnreachableException(),
        };

    /// <summary>
    /// Runs a line that reached us late, as after an outage of Slack's (changes-2026.md): what reads says how late it is, and what changes
    /// something is not carried out unasked, since the world has moved on; it is offered again.
    /// </summary>
    /// <param name="late">How late.</param>
    public async Task<Response> RunLateAsync(InteractionContext context, string line, Caller caller, Duration late, CancellationToken token)
    {
        var ago = $"You wrote that {TimeWording.Span(Duration.FromMinutes((long)late.TotalMinutes))} ago, and Slack has told of it only now";
        if (CommandLine.Read(desk.Book, line, caller) is CommandReading.Understood { Call.Spec.Changes: true })
        {
            return new Response.Said(Reply.Refuse($"{ago}; nothing was done.", [new PostButton("Do it now", line.StartsWith("/talks", StringComparison.OrdinalIgnoreCase) ? line : $"/talks {line}")]));
        }

        return await RunAsync(context, line, caller, token) is var response && response is Response.Said said
            ? said with { Reply = said.Reply with { Body = said.Reply.Body with { Pieces = [new PostPiece.Line($"{ago}; this is how things stand now."), .. said.Reply.Body.Pieces] } } }
            : response;
    }

    /// <summary>Runs a command whose words are in their places.</summary>
    /// <param name="call">The command.</param>
    /// <param name="again">Opens the form anew that brought it, for a refusal; null where none did.</param>
    public async Task<Response> RunAsync(CommandCall call, CancellationToken token, PostButton? again = null)
    {
        var reply = await desk.RunAsync(call, token);
        return new Response.Said(reply) { IsWhatStands = call.Spec.Path == JobButtons.Desk, Write = reply.Refused ? again ?? FormTexts.WriteAgain(call) : null };
    }

    private static Response Asked(ViewDraft? form, Response.Said instead) => form is null ? instead : new Response.Asked(form, instead);
}
