using System.Diagnostics;
using TalksBot.Core.Commands;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

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
