using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;
using TalksBot.Features.Roles;

namespace TalksBot.Features.Updates;

/// <summary>Takes a second editor's word on a flash.</summary>
internal sealed class AnswerFlash(RecordLookup find, EditorPrompt desk, PeopleChanges people, IClock clock)
{
    /// <summary>Takes it.</summary>
    /// <param name="call">The command.</param>
    /// <param name="answer">The change to the record; it answers the sentence that refuses it, or null.</param>
    /// <param name="then">What follows, and what the desk replies.</param>
    public async Task<Reply> RunAsync(
        CommandCall call, Func<Negotiation, Update, Stamp, string?> answer, Func<Negotiation, Update, Instant, Reply> then, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Update(call["update"], talks).Is(out var update, out refusal))
        {
            return refusal;
        }

        // Whoever wrote it may have pressed with another account of theirs: the record knows them by the one they wrote with.
        var stamp = call.Stamp(now);
        if (update.Approval is { AskedBy: var author } && (await people.StandingAsync(token)).AreOne(author, stamp.Person))
        {
            stamp = stamp with { Person = author };
        }

        if (answer(talks, update, stamp) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        await desk.AnsweredAsync(talks, update, now, token);
        return then(talks, update, now);
    }
}

/// <summary>A second editor approves a flash, and it goes out. Pressing the button is the agreement: the question showed the words.</summary>
internal sealed class ApproveUpdate(AnswerFlash flash, FollowerNotifier announce) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update approve", "approve a flash that another editor wrote, and send it", Role.Editor, [Parameters.Talks, Parameters.Update])
    {
        Changes = true,
        Example = "/talks update approve us-japan-autos #5",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => flash.RunAsync(
        call,
        (talks, update, stamp) => talks.ApproveFlash(update, stamp),
        (talks, update, now) =>
        {
            announce.ToThoseWhoWant(talks, UpdateReplies.News(talks, update, now));
            return UpdateReplies.Said($"Flash {update.Name} approved and sent · {talks.Title}", talks, update, note: null, now);
        },
        token);
}

/// <summary>An editor rejects a flash; nobody sees it.</summary>
internal sealed class RejectUpdate(AnswerFlash flash) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update reject", "reject a flash that waits for a second editor", Role.Editor, [Parameters.Talks, Parameters.Update])
    {
        Changes = true,
        Example = "/talks update reject us-japan-autos #5",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => flash.RunAsync(
        call,
        (talks, update, stamp) => talks.RejectFlash(update, stamp),
        (talks, update, _) => Reply.Answer($"Flash {update.Name} rejected: nobody sees it · {talks.Title}"),
        token);
}
