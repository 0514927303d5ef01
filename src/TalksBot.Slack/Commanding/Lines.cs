using System.Diagnostics;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

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

    /// <summary>
    /// Runs a line that reached us late, as after an outage of Slack's (changes-2026.md): what reads says how late it is, and what changes
    /// something is not carried out unasked, since the world has moved on; it is offered again.
    /// </summary>
    /// <param name="late">How late.</param>
    public async Task<Response> RunLateAsync(Visit visit, string line, Caller caller, Duration late, CancellationToken token)
    {
        var ago = $"You wrote that {TimeWording.Span(Duration.FromMinutes((long)late.TotalMinutes))} ago, and Slack has told of it only now";
        if (CommandLine.Read(desk.Book, line, caller) is CommandReading.Understood { Call.Spec.Changes: true })
        {
            return new Response.Said(Reply.Refuse($"{ago}; nothing was done.", [new PostButton("Do it now", line.StartsWith("/talks", StringComparison.OrdinalIgnoreCase) ? line : $"/talks {line}")]));
        }

        return await RunAsync(visit, line, caller, token) is var response && response is Response.Said said
            ? said with { Reply = said.Reply with { Body = said.Reply.Body with { Pieces = [new PostPiece.Line($"{ago}; this is how things stand now."), .. said.Reply.Body.Pieces] } } }
            : response;
    }

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

/// <summary>Names buttons for lines of any length; those too long for Slack to carry are kept in memory for an hour.</summary>
internal sealed class KeptLines(TimeProvider time)
{
    private readonly KeptForAWhile<string> _kept = new(time, TimeSpan.FromHours(1));

    /// <summary>The id of a button for the line, of any length.</summary>
    public ButtonId IdOf(ButtonAct act, string line)
    {
        var bare = Bare(line);
        return ButtonId.Carrying(act, bare) ?? new ButtonId(act, LinePlace.Kept, _kept.Keep(bare));
    }

    /// <summary>The line behind an id; null when it has expired.</summary>
    public string? Find(ButtonId id) => id.Place == LinePlace.Kept ? _kept.Find(id.Text) : id.Text;

    /// <summary>The line without <c>/talks</c>, which every button stands for.</summary>
    public static string Bare(string line) => line.StartsWith("/talks ", StringComparison.Ordinal) ? line["/talks ".Length..] : line;
}

/// <summary>Where the line behind a button stands.</summary>
internal enum LinePlace
{
    /// <summary>In the button's <c>action_id</c>: such a button works for ever.</summary>
    Id = 0,

    /// <summary>In the button's <c>value</c>: so does such a one.</summary>
    Value = 1,

    /// <summary>In memory for a while, under a key that stands in the id.</summary>
    Kept = 2,
}
