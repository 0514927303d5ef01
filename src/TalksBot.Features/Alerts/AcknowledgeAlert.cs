using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>Somebody in a channel says that an alert, a correction or a kill was seen there.</summary>
internal sealed class AcknowledgeAlert(RecordLookup find, RecordParts parts, AskingPosts posts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "acknowledge",
        "say that this channel has seen an alert, a correction or a kill",
        Role.Reader,
        [Parameters.Talks, new("subject", ParameterKind.Text, "what was seen: a deadline such as D1, or an update such as #3") { Required = true }])
    {
        Changes = true,
        Example = "/talks acknowledge us-japan-autos D1",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !Subject(call["subject"].Trim(), talks).Is(out var subject, out refusal))
        {
            return refusal;
        }

        var stamp = call.Stamp(clock.GetCurrentInstant());
        await parts.ChangesOfAsync(talks, [subject], token);
        var asking = await posts.FindAsync(talks, subject, call.Caller.Channel, token);
        if (asking.Count == 0 && talks.AcknowledgementOf(subject, stamp.Where) is null)
        {
            return Reply.Refuse($"Nothing about {subject} waits for a word in this channel.");
        }

        if (talks.Acknowledge(subject, stamp) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var line = AcknowledgeWording.Line(talks.ChangesMade()[^1], AskingPosts.ClockOf(talks, subject));
        await posts.AnswerAsync(asking, line, stamp.At, token);
        return Reply.Answer($"{subject}: {line}");
    }

    private static Found<string> Subject(string typed, Negotiation talks)
    {
        if (typed.StartsWith('D') || typed.StartsWith('d'))
        {
            return RecordLookup.Deadline(typed, talks).Is(out var deadline, out var unknown) ? deadline.Name : unknown;
        }

        return RecordLookup.Update(typed, talks).Is(out var update, out var refusal) ? update.Name : refusal;
    }
}
