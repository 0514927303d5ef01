using System.Diagnostics;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Slack.Commanding;

/// <summary>Runs lines at the desk; one that lacks nothing but a long text is asked for it in a form.</summary>
internal sealed class Lines(ICommandDesk desk, Forms forms)
{
    /// <summary>The commands there are.</summary>
    public CommandBook Book => desk.Book;

    /// <summary>Runs a line as typed or as it stands behind a button.</summary>
    public async Task<Response> RunAsync(Visit visit, string line, Caller caller, CancellationToken token) =>
        CommandLine.Read(desk.Book, line, caller) switch
        {
            CommandReading.Understood understood => await RunAsync(understood.Call, token),
            CommandReading.Refused { Unfinished: { } call } when caller.Role < call.Spec.Role => await RunAsync(call, token),
            CommandReading.Refused { Unfinished: { } call } refused => new Response.Asked(
                forms.Missing(call, visit), new Response.Said(refused.Reply) { Write = new PostButton("Write it", Forms.LineOf(call)) }),
            CommandReading.Refused refused => new Response.Said(refused.Reply),
            _ => throw new UnreachableException(),
        };

    /// <summary>Runs a command whose words are in their places.</summary>
    public async Task<Response> RunAsync(CommandCall call, CancellationToken token)
    {
        var reply = await desk.RunAsync(call, token);
        return new Response.Said(reply) { Write = reply.Refused ? Again(call) : null };
    }

    /// <summary>The whole line, where a refusal would otherwise lose a long text.</summary>
    private static PostButton? Again(CommandCall call) =>
        call.Spec.Parameters.FirstOrDefault(parameter => parameter.Lengthy && call.Find(parameter.Name) is not null) is { } text
            ? new PostButton("Write again", call.Retyped(text.Name, call[text.Name]))
            : null;
}
