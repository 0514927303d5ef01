using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>Follows talks again that were closed or had ended: alerts still to come are planned anew, and whoever was told of the end is told.</summary>
internal sealed class ReopenTalks(RecordLookup find, RecordParts parts, FollowerNotifier announce, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "reopen",
        "follow talks again that were closed or had ended",
        Role.Editor,
        [Parameters.Talks with { HasEnded = true, Summary = "the talks, by slug, title or code; the ended ones that this channel follows when left out" }, Parameters.Note])
    {
        Changes = true,
        Announces = true,
        IsRare = true,
        Example = "/talks reopen us-japan-autos note:\"They meet again on Monday.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !ArgumentReader.Words(call, ("note", UserText.ParagraphLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        await parts.TurnsAsync(talks, token);
        var outcome = talks.Outcome;
        if (talks.Reopen(call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        var news = new News(DeliveryKind.Status, "", WirePriority.Urgent, now, OutcomeWording.Reopened(talks, words["note"], outcome, now));
        return TalksReplies.Turned(talks, Typography.Capital($"{talks.Status.Words()} again"), await TellAsync(talks, news, outcome is not null, token), [], now);
    }

    /// <summary>An outcome is told to whoever heard of a deadline, the closing to those who follow.</summary>
    /// <returns>How many channels are told.</returns>
    private async Task<int> TellAsync(Negotiation talks, News news, bool hadOutcome, CancellationToken token)
    {
        if (hadOutcome)
        {
            return await announce.ToAllWhoHeardAsync(talks, news, token);
        }

        announce.ToFollowers(talks, news);
        return talks.Listening.Count();
    }
}
