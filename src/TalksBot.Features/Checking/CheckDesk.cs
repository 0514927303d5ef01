using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Digests;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Features.Settings;
using TalksBot.Storage;

namespace TalksBot.Features.Checking;

/// <summary>Looks whether everybody who should hear of something will.</summary>
internal sealed class CheckDesk(TalksDb db, CheckChannels channels, OperationsDesk operations, UnservedNames unserved, IEnumerable<KnownConnection> known, IEnumerable<DigestSubscription> subscriptions)
{
    /// <summary>A finding for the operations channel and for every channel that follows talks, and one for each name that leads nowhere.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken token)
    {
        var following = await db.Follows
            .Where(follow => follow.RemovedAt == null && follow.MutedBecause == null
                && db.Negotiations.Any(talks => talks.Id == follow.NegotiationId && talks.Status != TalksStatus.Closed))
            .Select(follow => new { follow.Channel, follow.Settings.Mention, follow.Settings.Escalate })
            .ToListAsync(token);
        var mentions = following.SelectMany(follow => new[] { follow.Mention, follow.Escalate }.OfType<string>().Select(mention => (follow.Channel, mention)));
        var asked = following.Select(follow => follow.Channel).Concat(operations.LastResorts).Concat(subscriptions.Select(one => one.Channel));
        asked = operations.Channel is { } desk ? asked.Append(desk) : asked;
        var answers = await channels.AskAsync(asked, token);
        return
        [
            .. answers.OrderBy(answer => $"{answer.Key}", StringComparer.Ordinal).Select(answer => Of(answer.Key, answer.Value)),
            .. (await channels.AskMentionsAsync(mentions, token)).Select(silent => new Finding(IsFault: true, $"{silent.Channel} can be posted to, but: {silent.Fault.Why} {silent.Fault.Mend}")),
            .. await unserved.FindAsync(token),
            .. Unheard(),
        ];
    }

    /// <summary>Where people sit in chat, alarms on a terminal or in the log alone are heard by nobody.</summary>
    private IEnumerable<Finding> Unheard()
    {
        if (operations.IsChosen || (operations.Channel is not null && known.Where(connection => connection.TakesCommands).All(connection => connection.Name == operations.Channel.ConnectionName)))
        {
            return [];
        }

        var where = operations.Channel is { } channel ? $"only {channel} hears" : "only the log tells";
        return [new Finding(IsFault: false, $"No operations channel is set, so {where} of failed posts, of flashes that wait for a second editor, and of outcomes that are missing: set {DeskOptions.Section}:OperationsChannel to a channel that the desk watches") { IsCaution = true }];
    }

    private static Finding Of(ChannelAddress channel, ChannelCheck check) => check switch
    {
        ChannelCheck.Ready { Caution: null } => new(IsFault: false, $"{channel} can be posted to"),
        ChannelCheck.Ready { Caution: { } caution } => new(IsFault: true, $"{channel} can be posted to, but: {caution.Why} {caution.Mend}"),
        ChannelCheck.Faulty faulty => new(IsFault: true, $"{channel} cannot be posted to: {faulty.Why} {faulty.Mend}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Something that was looked at.</summary>
/// <param name="IsFault">True when a person must mend it.</param>
/// <param name="Sentence">What it is, and what to do about a fault.</param>
public sealed record Finding(bool IsFault, string Sentence)
{
    /// <summary>True for something that works, and that a person should look at all the same.</summary>
    public bool IsCaution { get; init; }
}
