using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>Somebody in a channel says that an alert, a correction or a kill was seen there.</summary>
internal sealed class AcknowledgeAlert(RecordLookup find, RecordParts parts, AskingPosts posts, IClock clock) : IDeclaredCommand
{
    /// <summary>The least role that may say it for a channel where they are not.</summary>
    public const Role ForOthers = Role.Reporter;

    private const string Named = "subject";
    private const string Where = "channel";
    private const int MostChoices = 5;

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "acknowledge",
        "say that this channel has seen an alert, a correction or a kill",
        Role.Reader,
        [
            Parameters.Talks,
            new(Named, ParameterKind.Text, "what was seen: a deadline such as D1, or an update such as #3; the one that asks here when left out"),
            new(Where, ParameterKind.Channel, "the channel that has seen it; this one when left out, another for reporters and editors") { NamedOnly = true },
        ])
    {
        Alias = "ack",
        Job = "Say that it was seen",
        Changes = true,
        Example = "/talks ack",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall given, CancellationToken token)
    {
        if (!InChannel(given).Is(out var call, out var unmeant))
        {
            return unmeant;
        }

        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !(await SubjectAsync(call, talks, token)).Is(out var subject, out refusal))
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
        return Reply.Answer(new Post($"{subject}: {line}", Severity.Calm, asking.Count > 1 ? [new PostPiece.Line($"All {Typography.Count(asking.Count, "alert")} of it here say so.")] : []));
    }

    /// <summary>The word as it is given in the channel that it is for: only who may report speaks for one where they are not.</summary>
    private static Found<CommandCall> InChannel(CommandCall call)
    {
        if (call.Find(Where) is not { } typed)
        {
            return call;
        }

        if (TypedChannel.Read(call, typed) is not { } channel)
        {
            return TypedChannel.Refuse(typed);
        }

        return channel == call.Caller.Channel || call.Caller.Role >= ForOthers
            ? call with { Caller = call.Caller with { Channel = channel } }
            : Reply.Refuse($"To say for another channel that it has seen something needs the role {ForOthers.Word()}; give the command there.");
    }

    /// <summary>What was seen; where nothing is named, what asks for a word in this channel, if that is just one.</summary>
    private async Task<Found<string>> SubjectAsync(CommandCall call, Negotiation talks, CancellationToken token)
    {
        if (call.Find(Named) is { } typed)
        {
            return Subject(typed.Trim(), talks);
        }

        var asking = await posts.SubjectsAsync(talks, call.Caller.Channel, token);
        return asking.Count switch
        {
            0 => Reply.Refuse($"Nothing about {talks.Title} waits for a word in this channel."),
            1 => asking[0],
            _ => Reply.Refuse("Several alerts wait for a word in this channel; say which you mean.", [.. asking.Take(MostChoices).Select(subject => new PostButton(subject, call.Retyped(Named, subject)))]),
        };
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
